#ifndef CGEOS_SHIM_H
#define CGEOS_SHIM_H
// Calls without a context share global state; with this they do not compile.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
#endif
