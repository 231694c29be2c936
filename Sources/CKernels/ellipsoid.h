// The ellipsoid of WGS 84, in metres.
#ifndef ELLIPSOID_H
#define ELLIPSOID_H

static const double SEMI_MAJOR = 6378137;
static const double FLATTENING = 1 / 298.257223563;
static const double SQUARED_ECCENTRICITY = FLATTENING * (2 - FLATTENING);
static const double MEAN_RADIUS = SEMI_MAJOR * (3 - FLATTENING) / 3;

#endif
