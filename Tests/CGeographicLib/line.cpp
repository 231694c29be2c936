#include "line.hpp"

using GeographicLib::GeodesicExact;

Node node_at(double lon, double lat) {
  // With parametric latitude every length on the ellipsoid lies between b and a times that on the
  // unit sphere (the meridian's element is sqrt(a^2 sin^2 + b^2 cos^2), the parallel's a cos).
  double beta = std::atan2((1 - oracle::f) * std::sin(lat * oracle::degree),
                           std::cos(lat * oracle::degree));
  double c = std::cos(beta), l = lon * oracle::degree;
  return {lon, lat, c * std::cos(l), c * std::sin(l), std::sin(beta)};
}

int oracle_line::add_node(const oracle::Point &p) {
  nodes.push_back(node_at(p.lon, p.lat));
  return int(nodes.size()) - 1;
}

void oracle_line::cut(
    int part, int segment, double t0, double t1, int node0, int node1, int depth) {
  const auto &way = curve(part, segment);
  double longest = way.longest(t0, t1);
  bool split = longest > 50e3;
  if (!split && longest > 1e-3) {
    auto p = way.at(t0), q = way.at(t1);
    double s, azi1, azi2;
    GeodesicExact::WGS84().Inverse(p.lat, p.lon, q.lat, q.lon, s, azi1, azi2);
    auto turn = [](double x) { return std::fabs(std::remainder(x, 360.0)) > 3; };
    split = turn(azi1 - p.azimuth) || turn(azi2 - q.azimuth);
  }
  if (split && depth < 24) {
    double t = (t0 + t1) / 2;
    int node = add_node(way.at(t));
    cut(part, segment, t0, t, node0, node, depth + 1);
    cut(part, segment, t, t1, node, node1, depth + 1);
  } else {
    pieces.push_back({part, segment, t0, t1, longest, node0, node1});
  }
}

extern "C" oracle_line *oracle_line_create(
    int32_t kind, const double *lonlat, const int32_t *sizes, int32_t parts) {
  auto line = new oracle_line;
  for (int p = 0; p < parts; ++p) {
    line->parts.emplace_back();
    auto &part = line->parts.back();
    for (int v = 0; v < sizes[p]; ++v, lonlat += 2) part.vertices.push_back({lonlat[0], lonlat[1]});
    part.closed = sizes[p] > 2 && part.vertices.front() == part.vertices.back();
    for (int v = 0; v + 1 < sizes[p]; ++v) {
      part.curves.emplace_back(kind, part.vertices[v], part.vertices[v + 1]);
      line->length += part.curves.back().length();
    }
    int before = line->add_node({part.vertices[0].lon, part.vertices[0].lat, 0});
    for (int v = 0; v + 1 < sizes[p]; ++v) {
      int after = line->add_node({part.vertices[v + 1].lon, part.vertices[v + 1].lat, 0});
      // An edge between duplicate vertices has no direction and adds no place.
      if (part.curves[v].length() > 0) line->cut(p, v, 0, 1, before, after, 0);
      before = after;
    }
  }
  return line;
}

extern "C" void oracle_line_free(oracle_line *line) { delete line; }

extern "C" double oracle_line_length(const oracle_line *line) { return line->length; }

extern "C" void oracle_line_place(
    const oracle_line *line, int32_t part, int32_t segment, double fraction, double *lon,
    double *lat, double *azimuth) {
  auto p = line->curve(part, segment).at(fraction);
  *lon = p.lon;
  *lat = p.lat;
  if (azimuth) *azimuth = p.azimuth;
}
