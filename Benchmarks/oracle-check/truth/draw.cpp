#include "draw.hpp"

#include <algorithm>

using GeographicLib::Geodesic;

static const double offsets[] = {0, -1e-4, 1e-4, -0.01, 0.01, -1, 1, -100, 100};

static Place direct(double lon, double lat, double azimuth, double metres) {
  Place p;
  Geodesic::WGS84().Direct(lat, lon, azimuth, metres, p.lat, p.lon);
  return p;
}

/// Mostly square to the line somewhere, by length or by edge alike; also from vertices and ends.
Station Draw::start() {
  double kind = random_.unit();
  if (kind < 0.12) return beyond_end();
  int edge;
  if (kind < 0.5) {
    double at = random_.unit() * line_.lengths.back();
    auto found = std::lower_bound(line_.lengths.begin(), line_.lengths.end(), at);
    edge = std::min(int(found - line_.lengths.begin()), int(line_.edges.size()) - 1);
  } else {
    edge = random_.below(line_.edges.size());
  }
  const Curve &curve = line_.edges[edge].curve;
  bool vertex = kind > 0.85;
  Station s = curve.at(vertex ? 0 : random_.unit() * curve.span());
  if (vertex && random_.unit() < 0.8)
    s.azimuth = random_.between(-180, 180);
  else
    s.azimuth += random_.next() & 1 ? 90 : -90;
  return s;
}

/// From an open end, or its neighbourhood, fanwise; also exactly square and straight ahead.
Station Draw::beyond_end() {
  std::vector<int> open;
  for (size_t e = 0; e < line_.edges.size(); ++e) {
    if (line_.edges[e].previous < 0) open.push_back(int(e));
    if (line_.edges[e].next < 0) open.push_back(-int(e) - 1);
  }
  if (open.empty()) {
    Station s = line_.edges[0].curve.at(0);
    s.azimuth = random_.between(-180, 180);
    return s;
  }
  int chosen = open[random_.below(open.size())];
  const Edge &edge = line_.edges[chosen < 0 ? -chosen - 1 : chosen];
  Station s = edge.curve.at(chosen < 0 ? edge.curve.span() : 0);
  if (chosen >= 0) s.azimuth += 180;
  double kind = random_.unit();
  s.azimuth += kind < 0.1 ? 0 : kind < 0.25 ? 90 : kind < 0.4 ? -90 : random_.between(-100, 100);
  return s;
}

/// At each offset from one limit, along one way from the nearest place.
void Draw::ray(std::vector<Record> &records) {
  Station s = start();
  double limit = limits_[random_.below(limits_.size())];
  Place p = direct(s.lon, s.lat, s.azimuth, limit);
  Foot foot;
  for (int i = 0; i < 8; ++i) {
    Record record = truth_.about(p.lon, p.lat, &foot);
    if (std::fabs(record.distance - limit) < 0.1) break;
    p = direct(foot.lon, foot.lat, foot.towards, limit);
  }
  Foot first = foot;
  for (double offset : offsets) {
    foot = first;
    Record record;
    for (int i = 0; i < 3; ++i) {
      p = direct(foot.lon, foot.lat, foot.towards, limit + offset);
      record = truth_.about(p.lon, p.lat, &foot);
      if (std::fabs(record.distance - limit - offset) < std::fabs(offset) / 10 + 1e-7) break;
    }
    records.push_back(record);
  }
}

/// On the line and close by, where the side is the question.
void Draw::on_line(std::vector<Record> &records) {
  Station s = start();
  for (double offset : offsets) {
    Place p = direct(s.lon, s.lat, s.azimuth, offset);
    records.push_back(truth_.about(p.lon, p.lat));
  }
}

/// At all distances, near and far, where a whole cell may be judged at once.
void Draw::elsewhere(std::vector<Record> &records) {
  for (int i = 0; i < 9; ++i) {
    Station s = start();
    double metres = std::exp(random_.between(0, std::log(3 * limits_.back())));
    Place p = direct(s.lon, s.lat, random_.between(-180, 180), metres);
    if (i == 0) {
      p.lon = random_.between(-180, 180);
      p.lat = std::asin(random_.between(-1, 1)) / degree;
    }
    records.push_back(truth_.about(p.lon, p.lat));
  }
}

void Draw::fill(size_t count, std::vector<Record> &records) {
  size_t end = records.size() + count;
  while (records.size() < end) {
    double kind = random_.unit();
    if (kind < 0.04)
      on_line(records);
    else if (kind < 0.12)
      elsewhere(records);
    else
      ray(records);
  }
  records.resize(end);
}
