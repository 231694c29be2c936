// The nearest place by brute force: every piece that a lower bound cannot rule out is sampled, each
// local minimum bracketed, refined by golden section and then by the root of the derivative.
#include <algorithm>
#include <limits>

#include "line.hpp"

using GeographicLib::GeodesicExact;
using oracle::degree;

namespace {

/// The position seen from a place on the line.
struct Sight {
  double t, distance;
  oracle::Point point;
  double azimuth;  // Towards the position.
  double reduced;  // The reduced length m12.
  /// Derivative of the distance along the line.
  double slope() const { return -std::cos((azimuth - point.azimuth) * degree); }
};

struct Candidate {
  Sight sight;
  int part, segment;
  bool vertex = false;
  int vertex_number = -1;
  int side = oracle_none;
  double offset = std::numeric_limits<double>::infinity();
  double beyond = 0;
};

struct Search {
  const oracle_line &line;
  double lon, lat;
  std::vector<Candidate> found;

  Sight look(const Piece &piece, double t) const {
    Sight s;
    s.t = t;
    s.point = line.curve(piece.part, piece.segment).at(t);
    if (t == 0 || t == 1) {
      // The vertex as given; at a pole the curve's own meridian, to which its azimuth belongs.
      const oracle::Place &v = line.parts[piece.part].vertices[piece.segment + int(t)];
      if (std::fabs(v.lat) < 89.9999) s.point.lon = v.lon, s.point.lat = v.lat;
    }
    double back, M12, M21;
    GeodesicExact::WGS84().Inverse(
        s.point.lat, s.point.lon, lat, lon, s.distance, s.azimuth, back, s.reduced, M12, M21);
    return s;
  }

  void sample(const Piece &piece, double &best);
  Sight refine(const Piece &piece, Sight low, Sight middle, Sight high) const;
  void judge(Candidate &c) const;
  Sight at_vertex(int part, int segment, bool end) const;
};

Sight Search::refine(const Piece &piece, Sight low, Sight middle, Sight high) const {
  const double golden = 0.3819660112501051;
  double scale = line.curve(piece.part, piece.segment).length();
  Sight left = low, right = high;
  // Golden section sees the minimum no sharper than the root of the rounding; stop well before.
  for (int i = 0; i < 60 && (right.t - left.t) * scale > std::max(1e-3, 0.02 * middle.distance);
       ++i) {
    bool upper = right.t - middle.t > middle.t - left.t;
    double t = upper ? middle.t + golden * (right.t - middle.t)
                     : middle.t - golden * (middle.t - left.t);
    Sight s = look(piece, t);
    if (s.distance < middle.distance) {
      (upper ? left : right) = middle;
      middle = s;
    } else {
      (upper ? right : left) = s;
    }
  }
  Sight best = middle;
  if (left.slope() < 0 && right.slope() > 0) {
    // Secant steps, with a bisection whenever they do not halve the bracket.
    for (int i = 0; i < 60 && (right.t - left.t) * scale > 1e-10; ++i) {
      double width = right.t - left.t, gl = left.slope(), gr = right.slope();
      double t = left.t - gl / (gr - gl) * width;
      t = std::min(std::max(t, left.t + 1e-3 * width), right.t - 1e-3 * width);
      for (int half = 0; half < 2; ++half) {
        Sight s = look(piece, t);
        double slope = s.slope();
        if (std::fabs(slope) < std::fabs(best.slope()) || s.distance < best.distance - 2e-8)
          best = s;
        if (slope == 0) return s;
        (slope < 0 ? left : right) = s;
        if (right.t - left.t < 0.5 * width) break;
        t = (left.t + right.t) / 2;
      }
      if (std::fabs(best.slope()) < 1e-15) break;
    }
  }
  return best;
}

void Search::sample(const Piece &piece, double &best) {
  const int n = 8;
  Sight s[n + 1];
  for (int i = 0; i <= n; ++i) {
    double t = i == n ? piece.t1 : piece.t0 + (piece.t1 - piece.t0) * i / n;
    s[i] = look(piece, t);
  }
  for (int i = 0; i <= n; ++i) {
    if (i > 0 && s[i - 1].distance < s[i].distance) continue;
    if (i < n && s[i + 1].distance < s[i].distance) continue;
    Candidate c{s[i], piece.part, piece.segment};
    if (i == 0 || i == n) {
      // The minimum may still lie inside, next to the end; or beyond, in the next piece.
      bool inwards = i == 0 ? s[0].slope() < 0 : s[n].slope() > 0;
      if (inwards) {
        const Sight &low = i == 0 ? s[0] : s[n - 1], &high = i == 0 ? s[1] : s[n];
        double t = low.t + 0.3819660112501051 * (high.t - low.t);
        Sight inner = refine(piece, low, look(piece, t), high);
        // Next to its foot the distance is too flat to tell; the slope is not.
        bool flat = inner.distance < c.sight.distance + 2e-8 &&
                    std::fabs(inner.slope()) < std::fabs(c.sight.slope());
        if (flat || inner.distance < c.sight.distance) c.sight = inner;
      } else if (c.sight.t != 0 && c.sight.t != 1 && std::fabs(c.sight.slope()) > 1e-6) {
        continue;
      }
    } else {
      c.sight = refine(piece, s[i - 1], s[i], s[i + 1]);
    }
    if (c.sight.t == 0 || c.sight.t == 1) {
      c.vertex = true;
      c.vertex_number = piece.segment + int(c.sight.t);
    }
    best = std::min(best, c.sight.distance);
    found.push_back(c);
  }
}

/// The position seen from an end of a segment, with the direction of that segment there.
Sight Search::at_vertex(int part, int segment, bool end) const {
  return look(Piece{part, segment, 0, 1, 0, 0, 0}, end ? 1 : 0);
}

void Search::judge(Candidate &c) const {
  const double d = c.sight.distance;
  auto turn = [](double x) { double y = std::fmod(x, 360.0); return y < 0 ? y + 360 : y; };
  if (!c.vertex) {
    double sine = std::sin((c.sight.azimuth - c.sight.point.azimuth) * degree);
    c.side = sine > 0 ? oracle_right : oracle_left;
    return;
  }
  // The segments with a length before and after the vertex.
  const Part &part = line.parts[c.part];
  int n = int(part.curves.size());
  auto step = [&](int segment, int by) {
    for (int i = 0; i <= n; ++i, segment += by) {
      if (segment < 0 || segment >= n) {
        if (!part.closed) return -1;
        segment = (segment + n) % n;
      }
      if (part.curves[segment].length() > 0) return segment;
    }
    return -1;
  };
  int before = step(c.vertex_number - 1, -1), after = step(c.vertex_number, 1);
  if (before < 0 || after < 0) {
    Sight s = before < 0 ? at_vertex(c.part, after, false) : at_vertex(c.part, before, true);
    double angle = (s.azimuth - s.point.azimuth) * degree;
    double sine = std::sin(angle), cosine = std::cos(angle);
    c.offset = std::fabs(sine) * std::fabs(s.reduced);
    c.beyond = (before < 0 ? -1 : 1) * cosine * d;
    c.side = c.offset <= 1e-6 ? oracle_none : sine > 0 ? oracle_right : oracle_left;
    // Level with the end the offset is the distance itself.
    if (std::fabs(cosine) < 1e-9) c.offset = std::max(c.offset, d);
    return;
  }
  Sight in = at_vertex(c.part, before, true), out = at_vertex(c.part, after, false);
  // Clockwise from the way out to the position, and to the way back. Each is measured in its own
  // frame, since at a pole the two segments may reckon azimuths from different meridians.
  double to_back = turn(in.point.azimuth + 180 - in.azimuth + out.azimuth - out.point.azimuth);
  double to_position = turn(out.azimuth - out.point.azimuth);
  double spike = std::min(to_back, 360 - to_back);
  if (spike < 1e-7) {
    c.side = oracle_none;
    c.offset = 0;
    return;
  }
  c.side = to_position < to_back ? oracle_right : oracle_left;
  double off = std::min(
      std::min(to_position, 360 - to_position), std::fabs(to_position - to_back));
  c.offset = std::min(off, 90.0) * degree * d;
}

}  // namespace

extern "C" void oracle_line_nearest(
    const oracle_line *line, double lon, double lat, oracle_answer *answer) {
  const double margin = 1e-3, far = std::numeric_limits<double>::infinity();
  Search search{*line, lon, lat, {}};
  Node me = node_at(lon, lat);
  std::vector<double> angle(line->nodes.size());
  for (size_t i = 0; i < angle.size(); ++i) {
    const Node &n = line->nodes[i];
    double x = n.x - me.x, y = n.y - me.y, z = n.z - me.z;
    // Rounding of the sphere's coordinates: a metre is a wide margin for it.
    angle[i] = 2 * std::asin(std::min(1.0, std::sqrt(x * x + y * y + z * z) / 2)) * oracle::b - 1;
  }
  // Any place of a piece is s from one end and at most longest - s from the other.
  struct Open { double bound; int piece; };
  std::vector<Open> open;
  double upper = far;
  for (double x : angle) upper = std::min(upper, (x + 2) * (oracle::a / oracle::b));
  for (size_t i = 0; i < line->pieces.size(); ++i) {
    const Piece &p = line->pieces[i];
    double bound = (angle[p.node0] + angle[p.node1] - p.longest) / 2;
    if (bound <= upper + 1) open.push_back({bound, int(i)});
  }
  auto nearer = [](const Open &l, const Open &r) { return l.bound < r.bound; };
  std::sort(open.begin(), open.end(), nearer);
  std::vector<double> exact(line->nodes.size(), -1);
  double best = far;
  auto distance = [&](int node) {
    if (exact[node] < 0)
      GeodesicExact::WGS84().Inverse(
          line->nodes[node].lat, line->nodes[node].lon, lat, lon, exact[node]);
    best = std::min(best, exact[node]);
    return exact[node];
  };
  std::vector<Open> left;
  for (const Open &o : open) {
    if (o.bound > best + margin) break;
    const Piece &p = line->pieces[o.piece];
    double bound = (distance(p.node0) + distance(p.node1) - p.longest) / 2;
    left.push_back({bound, o.piece});
  }
  std::sort(left.begin(), left.end(), nearer);
  for (const Open &o : left) {
    if (o.bound > best + margin) break;
    search.sample(line->pieces[o.piece], best);
  }

  auto &found = search.found;
  found.erase(
      std::remove_if(
          found.begin(), found.end(),
          [&](const Candidate &c) { return c.sight.distance > best + margin; }),
      found.end());
  for (auto &c : found) search.judge(c);
  // Of places equally near, up to the noise of GeodesicExact, the first along the line.
  const Candidate *first = &found[0];
  for (auto &c : found) {
    double d = c.sight.distance - first->sight.distance;
    bool earlier = c.part != first->part ? c.part < first->part
                   : c.segment != first->segment ? c.segment < first->segment
                                                 : c.sight.t < first->sight.t;
    if (d < -2e-8 || (d <= 2e-8 && earlier)) first = &c;
  }
  const Candidate &c = *first;
  *answer = {};
  answer->distance = c.sight.distance;
  answer->longitude = c.sight.point.lon;
  answer->latitude = c.sight.point.lat;
  answer->part = c.part;
  answer->segment = c.segment;
  answer->fraction = c.sight.t;
  answer->side = c.side;
  answer->is_vertex = c.vertex;
  answer->beyond = c.beyond;
  answer->segment_margin = answer->side_margin = far;
  answer->side_margin = c.offset;
  oracle::Place here = c.vertex ? line->parts[c.part].vertices[c.vertex_number] : oracle::Place{};
  bool tie = false;
  for (auto &o : found) {
    double more = std::max(0.0, o.sight.distance - c.sight.distance);
    bool same_vertex = c.vertex && o.vertex && o.part == c.part &&
                       line->parts[o.part].vertices[o.vertex_number] == here;
    if ((o.part != c.part || o.segment != c.segment) && !same_vertex)
      answer->segment_margin = std::min(answer->segment_margin, more);
    if (o.side != c.side) {
      answer->side_margin = std::min(answer->side_margin, more);
      tie = tie || more <= 1e-6;
    }
  }
  if (tie) answer->side = oracle_none;
  if (c.sight.distance <= 1e-6) answer->side = oracle_on;
  answer->sensitivity = 0;
  if (!c.vertex) {
    // The slope's own derivative, by difference; times m12 it is 1 on a plane with a straight line.
    Piece whole{c.part, c.segment, 0, 1, 0, 0, 0};
    double length = line->curve(c.part, c.segment).length();
    double h = std::min(1.0, std::max(1e-3, 0.01 * c.sight.distance)) / length;
    double t0 = std::max(0.0, c.sight.t - h), t1 = std::min(1.0, c.sight.t + h);
    double change = search.look(whole, t1).slope() - search.look(whole, t0).slope();
    double stiffness = change / ((t1 - t0) * length) * std::fabs(c.sight.reduced);
    answer->sensitivity = stiffness > 1e-9 ? 1 / stiffness : 1e9;
  }
}
