#ifndef TRUTH_DRAW_HPP
#define TRUTH_DRAW_HPP
// Positions about a line at chosen distances from it.
#include <cstdint>
#include <vector>

#include "truth.hpp"

/// SplitMix64.
struct Random {
  uint64_t state;
  uint64_t next() {
    uint64_t z = state += 0x9E3779B97F4A7C15;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
    z = (z ^ z >> 27) * 0x94D049BB133111EB;
    return z ^ z >> 31;
  }
  double unit() { return double(next() >> 11) * 0x1p-53; }
  double between(double a, double b) { return a + (b - a) * unit(); }
  int below(size_t n) { return int(next() % n); }
};

class Draw {
 public:
  Draw(const Line &line, const std::vector<double> &limits, uint64_t seed)
      : line_(line), truth_(line), limits_(limits), random_{seed} {}
  /// Appends about `count` records.
  void fill(size_t count, std::vector<Record> &records);

 private:
  const Line &line_;
  Truth truth_;
  const std::vector<double> &limits_;
  Random random_;

  /// A place on the line and a direction away from it.
  Station start();
  Station beyond_end();
  void ray(std::vector<Record> &records);
  void on_line(std::vector<Record> &records);
  void elsewhere(std::vector<Record> &records);
};

#endif
