#ifndef TRUTH_TRUTH_HPP
#define TRUTH_TRUTH_HPP
// The nearest place on a line and what follows from it, by the definitions.
#include <cstdint>
#include <vector>

#include "line.hpp"

enum Side : uint8_t { left, right, on, none };

/// What is true of a position; written to files as it stands.
struct Record {
  double lon, lat;
  /// The geodesic distance to the line in metres; NaN when it is far beyond every limit.
  double distance;
  uint8_t side;
  /// Whether another side would be as true, within what the rule and the arithmetic leave open.
  uint8_t side_in_doubt;
  /// Whether the nearest place is an open end and the position beyond the perpendicular there.
  uint8_t beyond_end;
  uint8_t beyond_in_doubt;
  uint32_t unused;
};
static_assert(sizeof(Record) == 32, "the reader expects 32 bytes");

/// The nearest place: where, and in which direction the position lies from there.
struct Foot {
  double distance, u, lon, lat;
  /// Towards the position, and that of the line.
  double towards, along;
  double reduced;
  int edge;
};

class Truth {
 public:
  explicit Truth(const Line &line) : line_(line) {}
  /// The truth about a position; `foot`, when given, receives the nearest place.
  Record about(double lon, double lat, Foot *foot = nullptr);
  /// The distance with no piece left out, to check the choice of pieces.
  double distance_by_all(double lon, double lat);

 private:
  struct Near {
    double chord;
    int piece;
    double fraction;
  };
  const Line &line_;
  std::vector<int> pieces_;
  std::vector<Near> near_;
  std::vector<Foot> feet_;

  Foot look(int edge, double u, double lon, double lat) const;
  Foot foot(const Piece &piece, double fraction, double lon, double lat) const;
  Foot by_geodesic(const Piece &piece, double fraction, double lon, double lat) const;
  Foot by_bracket(const Piece &piece, double lon, double lat) const;
  void judge(Record &record, const Foot &best) const;
  bool at_inner_vertex(const Foot &foot) const;
  bool comes_nearer(const Foot &foot) const;
  Side shown(const Foot &foot, double &doubt) const;
  double beyond(const Foot &foot) const;
};

#endif
