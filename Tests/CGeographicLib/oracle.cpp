#include "cgeographiclib.h"

#include <GeographicLib/GeodesicExact.hpp>
#include <GeographicLib/PolygonArea.hpp>
#include <cmath>

using GeographicLib::GeodesicExact;

extern "C" double oracle_inverse(
    double lat1, double lon1, double lat2, double lon2, double *azi1, double *azi2) {
  double s12, a1, a2;
  GeodesicExact::WGS84().Inverse(lat1, lon1, lat2, lon2, s12, a1, a2);
  if (azi1) *azi1 = a1;
  if (azi2) *azi2 = a2;
  return s12;
}

extern "C" void oracle_direct(
    double lat1, double lon1, double azi1, double s12, double *lat2, double *lon2) {
  GeodesicExact::WGS84().Direct(lat1, lon1, azi1, s12, *lat2, *lon2);
}

extern "C" double oracle_ring_area(const double *lonlat, int32_t count, double *perimeter) {
  GeographicLib::PolygonAreaExact polygon(GeodesicExact::WGS84());
  for (int32_t i = 0; i < count; ++i) polygon.AddPoint(lonlat[2 * i + 1], lonlat[2 * i]);
  double length, area;
  polygon.Compute(false, true, length, area);
  if (perimeter) *perimeter = length;
  return std::fabs(area);
}
