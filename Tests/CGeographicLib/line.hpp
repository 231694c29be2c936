#ifndef ORACLE_LINE_HPP
#define ORACLE_LINE_HPP
#include <vector>

#include "curve.hpp"

/// A part of an edge, short and nearly straight, so that sampling it finds every local minimum.
struct Piece {
  int part, segment;
  double t0, t1, longest;
  int node0, node1;
};

/// An end of a piece, with its place on the sphere of parametric latitude.
struct Node {
  double lon, lat, x, y, z;
};

struct Part {
  std::vector<oracle::Place> vertices;
  std::vector<oracle::Curve> curves;
  bool closed;
};

struct oracle_line {
  std::vector<Part> parts;
  std::vector<Piece> pieces;
  std::vector<Node> nodes;
  double length = 0;

  int add_node(const oracle::Point &p);
  void cut(int part, int segment, double t0, double t1, int node0, int node1, int depth);
  const oracle::Curve &curve(int part, int segment) const { return parts[part].curves[segment]; }
};

Node node_at(double lon, double lat);

#endif
