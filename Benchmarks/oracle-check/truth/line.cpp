#include "line.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <limits>
#include <sstream>
#include <stdexcept>

using GeographicLib::Geodesic;

double framed(double azimuth, double lon, double lat) {
  return lat == 90 ? azimuth - lon : lat == -90 ? azimuth + lon : azimuth;
}

double to_chord(Vector p, const Piece &piece, double *fraction) {
  Vector along = piece.b - piece.a, from = p - piece.a;
  double square = along.dot(along);
  double t = square > 0 ? std::min(1.0, std::max(0.0, from.dot(along) / square)) : 0;
  if (fraction) *fraction = t;
  return (from - along * t).length();
}

// A geodesic's curvature in space is the normal one, at most that of the more curved sphere, whose
// chord for the same path is then no longer (Schur's comparison).
double longest_path(double chord) {
  double x = chord / (2 * least_radius);
  return x >= 1 ? std::numeric_limits<double>::infinity() : 2 * least_radius * std::asin(x);
}
Line::Line(EdgeKind kind, const std::vector<std::vector<Place>> &parts) {
  for (const auto &part : parts) {
    int first = int(edges.size());
    for (size_t v = 0; v + 1 < part.size(); ++v) {
      if (part[v].same(part[v + 1])) continue;
      Edge edge{Curve(kind, part[v], part[v + 1]), part[v], part[v + 1], -1, -1, 0, 0, 0};
      Station start = edge.curve.at(0), end = edge.curve.at(edge.curve.span());
      edge.start_azimuth = framed(start.azimuth, start.lon, edge.from.lat);
      edge.end_azimuth = framed(end.azimuth, end.lon, edge.to.lat);
      if (edge.curve.kind() == EdgeKind::planar) {
        const int n = 256;
        for (int i = 0; i < n; ++i) edge.length += edge.curve.at((i + 0.5) / n).speed / n;
      } else {
        edge.length = edge.curve.span();
      }
      if (int(edges.size()) > first) {
        edge.previous = int(edges.size()) - 1;
        edges.back().next = int(edges.size());
      }
      edges.push_back(edge);
    }
    if (part.size() > 2 && part.front().same(part.back())) {
      edges[first].previous = int(edges.size()) - 1;
      edges.back().next = first;
    }
  }
  double length = 0;
  for (size_t e = 0; e < edges.size(); ++e) {
    cut(int(e), 0, edges[e].curve.span(), 0);
    lengths.push_back(length += edges[e].length);
  }
  for (size_t i = 0; i < pieces.size(); ++i) order_.push_back(int(i));
  build(0, int(pieces.size()));
}

void Line::cut(int e, double u0, double u1, int depth) {
  const Curve &curve = edges[e].curve;
  Station p = curve.at(u0), q = curve.at(u1);
  double s, azimuth1, azimuth2;
  Geodesic::WGS84().Inverse(p.lat, p.lon, q.lat, q.lon, s, azimuth1, azimuth2);
  double turn = 0, longest = s;
  if (curve.kind() != EdgeKind::geodesic && s > 0) {
    auto between = [](double x) { return std::fabs(std::remainder(x, 360.0)) * degree; };
    // At a pole the azimuth of what goes through it means nothing.
    turn = between(azimuth1 - p.azimuth) + between(azimuth2 - q.azimuth);
    longest = std::max(p.speed, q.speed) * (u1 - u0);
  }
  bool long_way = longest > 1.02 * s + 1e-6;
  bool bends = (turn > 0.05 || s * turn > 1 || long_way) && longest > 1e-3;
  if ((s > 5e3 || longest > 10e3 || bends) && depth < 40) {
    double u = (u0 + u1) / 2;
    cut(e, u0, u, depth + 1);
    cut(e, u, u1, depth + 1);
    return;
  }
  // The bend across the surface, and the sagitta below it with a tenth to spare.
  double sag = 1.02 * s * turn / 2 + s * s * 1.1 / (8 * least_radius) + 1e-6;
  pieces.push_back(
      {e, u0, u1, earth_centred(p.lon, p.lat), earth_centred(q.lon, q.lat), sag});
}

int Line::build(int first, int last) {
  int number = int(balls_.size());
  balls_.push_back({});
  Vector low{1e9, 1e9, 1e9}, high{-1e9, -1e9, -1e9};
  for (int i = first; i < last; ++i) {
    const Piece &p = pieces[order_[i]];
    for (Vector v : {p.a, p.b}) {
      low = {std::min(low.x, v.x), std::min(low.y, v.y), std::min(low.z, v.z)};
      high = {std::max(high.x, v.x), std::max(high.y, v.y), std::max(high.z, v.z)};
    }
  }
  Ball ball{(low + high) * 0.5, 0, first, last, -1, -1};
  for (int i = first; i < last; ++i) {
    const Piece &p = pieces[order_[i]];
    for (Vector v : {p.a, p.b})
      ball.radius = std::max(ball.radius, (v - ball.centre).length() + p.sag + 1e-6);
  }
  if (last - first > 4) {
    Vector size = high - low;
    auto key = [&](int i) {
      Vector m = pieces[i].a + pieces[i].b;
      return size.x >= size.y && size.x >= size.z ? m.x : size.y >= size.z ? m.y : m.z;
    };
    int middle = (first + last) / 2;
    std::nth_element(
        order_.begin() + first, order_.begin() + middle, order_.begin() + last,
        [&](int i, int j) { return key(i) < key(j); });
    ball.left = build(first, middle);
    ball.right = build(middle, last);
  }
  balls_[number] = ball;
  return number;
}

void Line::least(int number, Vector from, double &best) const {
  const Ball &ball = balls_[number];
  if ((from - ball.centre).length() - ball.radius > best) return;
  if (ball.left < 0) {
    for (int i = ball.first; i < ball.last; ++i) {
      const Piece &piece = pieces[order_[i]];
      best = std::min(best, to_chord(from, piece) + piece.sag);
    }
    return;
  }
  const Ball &l = balls_[ball.left], &r = balls_[ball.right];
  bool left_first = (from - l.centre).length() - l.radius < (from - r.centre).length() - r.radius;
  least(left_first ? ball.left : ball.right, from, best);
  least(left_first ? ball.right : ball.left, from, best);
}

void Line::collect(int number, Vector centre, double reach, std::vector<int> &found) const {
  const Ball &ball = balls_[number];
  if ((centre - ball.centre).length() - ball.radius > reach) return;
  if (ball.left < 0) {
    for (int i = ball.first; i < ball.last; ++i) {
      const Piece &piece = pieces[order_[i]];
      if (to_chord(centre, piece) - piece.sag <= reach) found.push_back(order_[i]);
    }
    return;
  }
  collect(ball.left, centre, reach, found);
  collect(ball.right, centre, reach, found);
}

double Line::least_chord(Vector from) const {
  double upper = std::numeric_limits<double>::infinity();
  least(0, from, upper);
  return upper;
}

void Line::near(Vector centre, double reach, std::vector<int> &found) const {
  found.clear();
  // A chord is never longer than its path.
  collect(0, centre, reach, found);
}

Line Line::read(const std::string &path, EdgeKind kind) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<std::vector<Place>> parts;
  if (path.size() > 4 && path.substr(path.size() - 4) == ".txt") {
    std::string text;
    bool inside = false;
    while (std::getline(file, text)) {
      std::istringstream numbers(text);
      Place place;
      if (!(numbers >> place.lon >> place.lat)) {
        inside = false;
        continue;
      }
      if (!inside) parts.emplace_back();
      inside = true;
      parts.back().push_back(place);
    }
    return Line(kind, parts);
  }
  auto count = [&] {
    uint32_t n = 0;
    file.read(reinterpret_cast<char *>(&n), 4);
    return n;
  };
  for (uint32_t p = count(); p > 0; --p) {
    parts.emplace_back(count());
    file.read(reinterpret_cast<char *>(parts.back().data()), 16 * parts.back().size());
  }
  return Line(kind, parts);
}
