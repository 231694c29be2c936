// Reads MGRS references, one a line, with GeographicLib alone: what Notations is timed beside.
//
//     g++ -std=c++17 -O2 -DNDEBUG Benchmarks/peers/mgrs.cpp -lGeographicLib -o mgrs && ./mgrs FILE
#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

int main(int, char **arguments) {
  std::vector<std::string> texts;
  std::ifstream file(arguments[1]);
  for (std::string line; std::getline(file, line);) texts.push_back(line);
  std::vector<double> times;
  double sum = 0;
  for (int run = 0; run < 7; ++run) {
    auto start = std::chrono::steady_clock::now();
    for (const auto &text : texts) {
      int zone, digits;
      bool north;
      double x, y, latitude, longitude;
      GeographicLib::MGRS::Reverse(text, zone, north, x, y, digits, false);
      GeographicLib::UTMUPS::Reverse(zone, north, x, y, latitude, longitude);
      sum += longitude;
    }
    std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    times.push_back(taken.count());
  }
  std::sort(times.begin(), times.end());
  std::printf(
      "GeographicLib, MGRS::Reverse and UTMUPS::Reverse: best %.0f a second, median %.0f, checksum %.6f\n",
      texts.size() / times[0], texts.size() / times[3], sum);
}
