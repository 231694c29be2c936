#ifndef TRUTH_LINE_HPP
#define TRUTH_LINE_HPP
// A line cut into short pieces, and balls about them for finding the near ones.
#include <string>
#include <vector>

#include "curve.hpp"

/// An edge with a length, and its neighbours; -1 at an open end.
struct Edge {
  Curve curve;
  Place from, to;
  int previous = -1, next = -1;
  double length;
  /// The azimuths at both ends, brought to a frame of their own at a pole.
  double start_azimuth, end_azimuth;
};

/// A stretch of an edge that is nowhere farther than `sag` from its chord.
struct Piece {
  int edge;
  double u0, u1;
  Vector a, b;
  double sag;
};

struct Line {
  std::vector<Edge> edges;
  std::vector<Piece> pieces;
  /// The lengths of all edges up to and with each.
  std::vector<double> lengths;

  Line(EdgeKind kind, const std::vector<std::vector<Place>> &parts);
  /// Longitudes and latitudes in the layout of the files in fixtures/geodesy, answers ignored; or,
  /// for a name that ends in .txt, a pair on each line with empty lines between parts.
  static Line read(const std::string &path, EdgeKind kind);

  /// Pieces that may hold a place with a path from `centre` no longer than `reach`.
  void near(Vector centre, double reach, std::vector<int> &found) const;
  /// A chord that is not shorter than that to the nearest place.
  double least_chord(Vector from) const;

 private:
  struct Ball {
    Vector centre;
    double radius;
    int first, last, left, right;
  };
  std::vector<Ball> balls_;
  std::vector<int> order_;

  void cut(int edge, double u0, double u1, int depth);
  int build(int first, int last);
  void least(int ball, Vector from, double &best_upper) const;
  void collect(int ball, Vector centre, double reach, std::vector<int> &found) const;
};

/// The distance from a place to a chord.
double to_chord(Vector p, const Piece &piece, double *fraction = nullptr);
/// A bound above on the length of geodesics with a chord.
double longest_path(double chord);
/// Azimuths at a pole depend on the longitude it is given by; this frame does not.
double framed(double azimuth, double lon, double lat);

#endif
