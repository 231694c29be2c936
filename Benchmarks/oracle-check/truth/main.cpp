// Positions near the limits of a line, with what is true of each.
//
//     truth LINE geodesic|rhumb|planar COUNT SEED OUT LIMIT...     (limits in metres, ascending)
//     truth --check ... as above
//
// With --check every 500th distance is computed again with no piece of the line left out.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <thread>

#include "draw.hpp"

static const size_t block = 9000;

static EdgeKind kind_named(const std::string &name) {
  if (name == "geodesic") return EdgeKind::geodesic;
  if (name == "rhumb") return EdgeKind::rhumb;
  if (name == "planar") return EdgeKind::planar;
  throw std::runtime_error("edges are geodesic, rhumb or planar, not " + name);
}

static int run(std::vector<std::string> arguments) {
  bool checks = !arguments.empty() && arguments[0] == "--check";
  if (checks) arguments.erase(arguments.begin());
  if (arguments.size() < 6) throw std::runtime_error("usage: see the top of main.cpp");
  Line line = Line::read(arguments[0], kind_named(arguments[1]));
  size_t count = std::stoull(arguments[2]);
  uint64_t seed = std::stoull(arguments[3]);
  std::vector<double> limits;
  for (size_t i = 5; i < arguments.size(); ++i) limits.push_back(std::stod(arguments[i]));

  // Each block has its own seed, so that the number of threads changes nothing.
  size_t blocks = (count + block - 1) / block;
  std::vector<std::vector<Record>> drawn(blocks);
  unsigned workers = std::max(1u, std::thread::hardware_concurrency());
  std::vector<std::thread> threads;
  for (unsigned t = 0; t < workers; ++t) {
    threads.emplace_back([&, t] {
      for (size_t b = t; b < blocks; b += workers) {
        Random mix{seed * 1000003 + b};
        Draw draw(line, limits, mix.next());
        draw.fill(std::min(block, count - b * block), drawn[b]);
      }
    });
  }
  for (auto &thread : threads) thread.join();

  std::ofstream out(arguments[4], std::ios::binary);
  size_t number = 0, checked = 0;
  double worst = 0;
  Truth truth(line);
  for (auto &records : drawn) {
    out.write(reinterpret_cast<char *>(records.data()), sizeof(Record) * records.size());
    if (!checks) continue;
    for (const Record &r : records) {
      if (number++ % 500 || std::isnan(r.distance)) continue;
      double error = std::fabs(truth.distance_by_all(r.lon, r.lat) - r.distance);
      if (error > 1e-7) std::fprintf(stderr, "%.17g %.17g: %g m\n", r.lon, r.lat, error);
      worst = std::max(worst, error);
      ++checked;
    }
  }
  if (!out.flush()) throw std::runtime_error("cannot write " + arguments[4]);
  if (checks) std::printf("%zu checked against all pieces, worst %.3g m\n", checked, worst);
  return worst > 1e-7;
}

int main(int argc, char **argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception &error) {
    std::fprintf(stderr, "truth: %s\n", error.what());
    return 2;
  }
}
