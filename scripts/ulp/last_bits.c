// A mathematical library that is off in the last place.
//
// Loaded before the program (LD_PRELOAD), it answers one call in five with the number next to that which
// the system's library gives, up or down, as other libraries do that are right to one unit in the last
// place. Which calls are off follows from the arguments, so that the same run gives the same numbers.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void *original(const char *name) {
    void *symbol = dlsym(RTLD_NEXT, name);
    if (!symbol) abort();
    return symbol;
}

// The bits of an argument, mixed so that neighbours go different ways (MurmurHash3's finisher).
static uint64_t mixed(double x, uint64_t seed) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    bits ^= seed;
    bits ^= bits >> 33;
    bits *= 0xff51afd7ed558ccdULL;
    bits ^= bits >> 33;
    bits *= 0xc4ceb9fe1a85ec53ULL;
    return bits ^ bits >> 33;
}

// Values that libraries give exactly stay as they are.
static double moved(double value, uint64_t hash) {
    if (!isfinite(value) || value == 0 || fabs(value) == 1) return value;
    switch (hash % 10) {
    case 3: return nextafter(value, HUGE_VAL);
    case 7: return nextafter(value, -HUGE_VAL);
    default: return value;
    }
}

#define OF_ONE(name)                                                   \
    double name(double x) {                                            \
        static double (*real)(double);                                 \
        if (!real) real = (double (*)(double))original(#name);         \
        return moved(real(x), mixed(x, 0));                            \
    }
#define OF_TWO(name)                                                   \
    double name(double x, double y) {                                  \
        static double (*real)(double, double);                         \
        if (!real) real = (double (*)(double, double))original(#name); \
        return moved(real(x, y), mixed(y, mixed(x, 1)));               \
    }

OF_ONE(sin)
OF_ONE(cos)
OF_ONE(tan)
OF_ONE(asin)
OF_ONE(acos)
OF_ONE(atan)
OF_ONE(sinh)
OF_ONE(asinh)
OF_ONE(tanh)
OF_ONE(atanh)
OF_ONE(exp)
OF_ONE(log)
OF_ONE(log1p)
OF_ONE(cbrt)
OF_TWO(atan2)
OF_TWO(hypot)
OF_TWO(pow)

void sincos(double x, double *sine, double *cosine) {
    *sine = sin(x);
    *cosine = cos(x);
}
