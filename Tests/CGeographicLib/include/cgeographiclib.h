#ifndef CGEOGRAPHICLIB_H
#define CGEOGRAPHICLIB_H
// A small C face on GeographicLib, the oracle of the tests. It shares no code with what it checks:
// GeodesicExact uses elliptic integrals where PROJ's geodesic.c uses series.
#ifdef __cplusplus
extern "C" {
#endif
/// Distance in metres; azimuths in degrees at both ends.
double oracle_inverse(double lat1, double lon1, double lat2, double lon2, double *azi1, double *azi2);
/// End of a geodesic of length s12 metres.
void oracle_direct(double lat1, double lon1, double azi1, double s12, double *lat2, double *lon2);
#ifdef __cplusplus
}
#endif
#endif
