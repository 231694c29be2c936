// GEOS prepared geometry through its C API. The library is named on the command line and loaded when
// it runs, so that one program times the system's GEOS and a newer one that another package carries.
//
//     geos FOLDER MOST_POSITIONS RUNS LIBRARY
#include <dlfcn.h>
#include <geos_c.h>

#include "common.hpp"

namespace {
void *library;

template <class F> F find(const char *name, bool needed = true) {
    void *symbol = dlsym(library, name);
    if (!symbol && needed) {
        fprintf(stderr, "geos: %s is missing\n", name);
        exit(1);
    }
    return reinterpret_cast<F>(symbol);
}
#define LOAD(name) const auto name##_ = find<decltype(&name)>(#name)

// In GEOS 3.12 and later; the system's header may be older.
using ContainsXY = char (*)(GEOSContextHandle_t, const GEOSPreparedGeometry *, double, double);
}  // namespace

int main(int argc, char **argv) {
    if (argc != 5) return 64;
    const std::string folder = argv[1];
    const size_t most = strtoull(argv[2], nullptr, 10);
    const int runs = atoi(argv[3]);
    library = dlopen(argv[4], RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        fprintf(stderr, "geos: %s\n", dlerror());
        return 1;
    }
    LOAD(GEOS_init_r);
    LOAD(GEOSversion);
    LOAD(GEOSWKBReader_create_r);
    LOAD(GEOSWKBReader_read_r);
    LOAD(GEOSPrepare_r);
    LOAD(GEOSPreparedIntersects_r);
    LOAD(GEOSGeom_createPointFromXY_r);
    LOAD(GEOSGeom_destroy_r);
    const auto contains_xy = find<ContainsXY>("GEOSPreparedIntersectsXY_r", false);

    GEOSContextHandle_t context = GEOS_init_r_();
    const size_t zones = read_zones(folder + "/polygons.bin").size();
    std::vector<const GEOSPreparedGeometry *> prepared;
    for (size_t z = 0; z < zones; z++) {
        const auto wkb = read_all<unsigned char>(folder + "/zone-" + std::to_string(z) + ".wkb");
        GEOSGeometry *shape = GEOSWKBReader_read_r_(context, GEOSWKBReader_create_r_(context), wkb.data(), wkb.size());
        prepared.push_back(GEOSPrepare_r_(context, shape));
    }
    // Closed zones: "intersects", which a position on the border does, and which is as fast.
    auto in = [&](size_t z, const Position &p) {
        if (contains_xy) return contains_xy(context, prepared[z], p.lon, p.lat) == 1;
        GEOSGeometry *point = GEOSGeom_createPointFromXY_r_(context, p.lon, p.lat);
        const bool inside = GEOSPreparedIntersects_r_(context, prepared[z], point) == 1;
        GEOSGeom_destroy_r_(context, point);
        return inside;
    };
    const std::string version = std::string(GEOSversion_());
    measure(folder, most, runs, zones, "GEOS prepared, C API", "every zone tested", version,
            [&](const Position *p, size_t n, uint8_t *out) {
                for (size_t i = 0; i < n; i++) {
                    uint8_t count = 0;
                    for (size_t z = 0; z < zones; z++) count += in(z, p[i]);
                    out[i] = count;
                }
            });
    measure(folder, most, runs, zones, "GEOS prepared, C API", "nested, early out", version,
            [&](const Position *p, size_t n, uint8_t *out) {
                for (size_t i = 0; i < n; i++) {
                    uint8_t count = 0;
                    for (size_t z = zones; z-- > 0 && in(z, p[i]);) count++;
                    out[i] = count;
                }
            });
}
