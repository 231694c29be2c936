#include "truth.hpp"

#include <algorithm>
#include <limits>

using GeographicLib::Geodesic;

static const double mean_radius = 6371e3;

static double turn(double degrees) { return std::remainder(degrees, 360.0); }

Foot Truth::look(int edge, double u, double lon, double lat) const {
  Station s = line_.edges[edge].curve.at(u);
  Foot f{};
  double back, m12, M21;
  Geodesic::WGS84().Inverse(
      s.lat, s.lon, lat, lon, f.distance, f.towards, back, f.reduced, m12, M21);
  f.u = u;
  f.lon = s.lon;
  f.lat = s.lat;
  f.along = s.azimuth;
  f.edge = edge;
  return f;
}

/// The distance along a geodesic is convex as far as a quarter of the globe: the step that would
/// be exact on a sphere, until it changes nothing.
Foot Truth::by_geodesic(const Piece &piece, double fraction, double lon, double lat) const {
  double u = piece.u0 + fraction * (piece.u1 - piece.u0);
  for (int i = 0;; ++i) {
    Foot f = look(piece.edge, u, lon, lat);
    double angle = f.distance / mean_radius;
    double step = mean_radius * std::atan(
        std::tan(std::min(angle, 1.5)) * std::cos((f.towards - f.along) * degree));
    if ((u == piece.u0 && step <= 0) || (u == piece.u1 && step >= 0)) return f;
    double next = std::min(piece.u1, std::max(piece.u0, u + step));
    double gain = step * step / (2 * std::max(f.distance, 1e-9));
    // Which end it is, or none, is asked too: nothing is left off before an end is reached.
    bool reaches_end = next == piece.u0 || next == piece.u1;
    if ((gain < 1e-13 && !reaches_end) || std::fabs(next - u) < 2e-9 || i == 40)
      return reaches_end ? look(piece.edge, next, lon, lat) : f;
    u = next;
  }
}

/// The least of a short, nearly straight piece between ends where the distance falls and rises.
Foot Truth::by_bracket(const Piece &piece, double lon, double lat) const {
  auto slope = [](const Foot &f) { return -std::cos((f.towards - f.along) * degree); };
  Foot low = look(piece.edge, piece.u0, lon, lat), high = look(piece.edge, piece.u1, lon, lat);
  double at_low = slope(low), at_high = slope(high);
  if (!(at_low < 0 && at_high > 0)) return low.distance <= high.distance ? low : high;
  // Near its least the distance is too flat to tell, and the slope tells; on the line only the
  // distance does.
  Foot best = -at_low < at_high ? low : high;
  double speed = line_.edges[piece.edge].curve.at(piece.u0).speed;
  for (int i = 0; i < 80; ++i) {
    double width = high.u - low.u;
    double u = low.u - at_low / (at_high - at_low) * width;
    if (i % 3 == 2) u = (low.u + high.u) / 2;
    u = std::min(std::max(u, low.u + 1e-3 * width), high.u - 1e-3 * width);
    Foot f = look(piece.edge, u, lon, lat);
    double s = slope(f);
    double more = f.distance - best.distance;
    if (more < -2e-8 || (more < 2e-8 && std::fabs(s) <= std::fabs(slope(best)))) best = f;
    if (f.distance < 1e-8) return f;
    (s < 0 ? low : high) = f;
    (s < 0 ? at_low : at_high) = s;
    double metres = (high.u - low.u) * speed;
    if (metres < 1e-8 || metres * std::max(-at_low, at_high) < 1e-11) break;
  }
  return best;
}

/// A bound below on the path to a place `away` metres from one whose path is `longer` than its
/// chord. The difference is s^3 / 24 R^2 and higher terms with the radius of curvature R that way;
/// R^-2 changes by less than 2 parts in 100 for each radian that direction or place are turned, and
/// this allows for three times as much.
static double least_path(double own, double chord, double longer, double away) {
  if (chord < 1) return own;
  double slack = 1e-3 + 0.06 * (away / chord + away / least_radius);
  double ratio = own / chord;
  return own + longer * ratio * ratio * ratio * std::max(0.0, 1 - slack) - 1e-8;
}

Foot Truth::foot(const Piece &piece, double fraction, double lon, double lat) const {
  return line_.edges[piece.edge].curve.kind() == EdgeKind::geodesic
             ? by_geodesic(piece, fraction, lon, lat)
             : by_bracket(piece, lon, lat);
}

/// How much of a direction, in radians, tells nothing: what noise of the coordinates, some
/// nanometres, may turn it by, and what following it would shorten the distance by less than that.
static double noise(const Foot &f) {
  double d = std::max(f.distance, 1e-9);
  return std::max(1e-8 / d + 1e-12, std::sqrt(2e-11 / d));
}

bool Truth::at_inner_vertex(const Foot &f) const {
  const Edge &edge = line_.edges[f.edge];
  return (f.u == 0 && edge.previous >= 0) || (f.u == edge.curve.span() && edge.next >= 0);
}

/// Whether the line comes nearer on the other edge that meets at the foot.
bool Truth::comes_nearer(const Foot &f) const {
  const Edge &edge = line_.edges[f.edge];
  double ahead;
  if (f.u == 0 && edge.previous >= 0)
    ahead = line_.edges[edge.previous].end_azimuth + 180;
  else if (f.u == edge.curve.span() && edge.next >= 0)
    ahead = line_.edges[edge.next].start_azimuth;
  else
    return false;
  double pole = edge.from.pole() && f.u == 0 ? edge.from.lat
                : edge.to.pole() && f.u != 0 ? edge.to.lat : 0;
  return std::cos((framed(f.towards, f.lon, pole) - ahead) * degree) > noise(f);
}

/// The side that a foot shows; by how many metres it is certain, for places where that is narrow.
Side Truth::shown(const Foot &f, double &doubt) const {
  const Edge &edge = line_.edges[f.edge];
  bool at_start = f.u == 0, at_end = f.u == edge.curve.span();
  double sine = std::sin((f.towards - f.along) * degree);
  if (!at_start && !at_end) return sine > 0 ? right : left;
  int before = at_start ? edge.previous : f.edge, after = at_end ? edge.next : f.edge;
  if (before < 0 || after < 0) {
    doubt = std::fabs(f.reduced * sine);
    return doubt <= 1e-6 ? none : sine > 0 ? right : left;
  }
  // A vertex is nearest only to what lies on the outer side of its bend.
  const Edge &in = line_.edges[before], &out = line_.edges[after];
  double bend = turn(out.start_azimuth - in.end_azimuth);
  double spike = (180 - std::fabs(bend)) * degree * std::min(in.length, out.length);
  if (spike <= 1e-6) {
    doubt = spike < 2e-7 ? 0 : 1e-6;
    return none;
  }
  if (spike < 5e-6) doubt = 1e-6;
  if (std::fabs(bend) * degree < 2 * noise(f)) return sine > 0 ? right : left;
  return bend > 0 ? left : right;
}

/// Metres beyond the perpendicular at an open end; 0 elsewhere.
double Truth::beyond(const Foot &f) const {
  const Edge &edge = line_.edges[f.edge];
  double ahead = f.reduced * std::cos((f.towards - f.along) * degree);
  if (f.u == edge.curve.span() && edge.next < 0) return ahead;
  if (f.u == 0 && edge.previous < 0) return -ahead;
  return 0;
}

void Truth::judge(Record &record, const Foot &best) const {
  // Within a fifth of a micrometre arithmetic is certain; from there to two it is not asked for.
  auto narrow = [](double x) { return x > 2e-7 && x < 2e-6; };
  double doubt = 1;
  Side side = shown(best, doubt);
  bool in_doubt = narrow(doubt);
  double least_beyond = beyond(best);
  bool beyond_in_doubt = narrow(least_beyond);
  bool tie = false;
  for (const Foot &f : feet_) {
    double more = f.distance - best.distance;
    if (more > 2e-6) continue;
    // Square to the edge at its very end: a place a little inside shows the edge's own side.
    double angle = (f.towards - f.along) * degree;
    if (std::fabs(f.reduced * std::cos(angle)) < 2e-6 &&
        (std::sin(angle) > 0 ? right : left) != side && at_inner_vertex(f))
      in_doubt = true;
    if (comes_nearer(f)) {
      // Not a nearest place, yet as near as one within the rule.
      if (least_beyond > 1e-6) beyond_in_doubt = true;
      continue;
    }
    double own = 1;
    Side other = shown(f, own);
    if (other != side || narrow(own)) {
      if (narrow(more) || narrow(own)) in_doubt = true;
      if (more <= 1e-6 && other != side) tie = true;
    }
    double b = beyond(f);
    if ((b > 1e-6) != (least_beyond > 1e-6) && narrow(more)) beyond_in_doubt = true;
    if (more <= 1e-6) {
      least_beyond = std::min(least_beyond, b);
      beyond_in_doubt = beyond_in_doubt || narrow(b);
    }
  }
  if (tie) side = none;
  if (best.distance <= 1e-6) side = on;
  if (narrow(best.distance)) in_doubt = true;
  record.side = side;
  record.side_in_doubt = in_doubt;
  record.beyond_end = least_beyond > 1e-6;
  record.beyond_in_doubt = beyond_in_doubt;
}

Record Truth::about(double lon, double lat, Foot *foot_found) {
  Record record{};
  record.lon = lon;
  record.lat = lat;
  Vector p = earth_centred(lon, lat);
  double least = line_.least_chord(p);
  if (least > 5e6) {
    record.distance = std::numeric_limits<double>::quiet_NaN();
    record.side = none;
    return record;
  }
  double reach = longest_path(least) + 1e-5;
  line_.near(p, reach, pieces_);
  near_.clear();
  for (int i : pieces_) {
    double fraction, chord = to_chord(p, line_.pieces[i], &fraction);
    near_.push_back({chord, i, fraction});
  }
  std::sort(near_.begin(), near_.end(), [](const Near &a, const Near &b) {
    return a.chord != b.chord ? a.chord < b.chord : a.piece < b.piece;
  });
  feet_.clear();
  // The first foot tells how much longer than their chords paths are from here; see `least_path`.
  double chord = 0, longer = 0;
  Vector known{};
  for (const Near &n : near_) {
    const Piece &piece = line_.pieces[n.piece];
    double own = std::max(0.0, n.chord - piece.sag);
    if (!feet_.empty()) {
      Vector there = piece.a + (piece.b - piece.a) * n.fraction;
      double away = (there - known).length() + piece.sag;
      if (least_path(own, chord, longer, away) > reach) continue;
    }
    feet_.push_back(foot(piece, n.fraction, lon, lat));
    const Foot &found = feet_.back();
    if (feet_.size() == 1) {
      known = earth_centred(found.lon, found.lat);
      chord = (p - known).length();
      longer = std::max(0.0, found.distance - chord);
    }
    reach = std::min(reach, found.distance + 1e-5);
  }
  Foot best = feet_[0];
  for (const Foot &f : feet_)
    if (f.distance < best.distance) best = f;
  record.distance = best.distance;
  // The same vertex seen from the edge on which the line comes nearer still is not the place.
  for (const Foot &f : feet_)
    if (comes_nearer(best) && !comes_nearer(f) && f.distance < best.distance + 1e-8) best = f;
  judge(record, best);
  if (foot_found) *foot_found = best;
  return record;
}

double Truth::distance_by_all(double lon, double lat) {
  double least = std::numeric_limits<double>::infinity();
  Vector p = earth_centred(lon, lat);
  for (const Piece &piece : line_.pieces) {
    double fraction;
    to_chord(p, piece, &fraction);
    least = std::min(least, foot(piece, fraction, lon, lat).distance);
  }
  return least;
}
