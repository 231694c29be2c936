// S2: one mutable index per zone, asked by S2ContainsPointQuery, and one index over all zones.
//
//     s2 FOLDER MOST_POSITIONS RUNS VERSION
#include <s2/mutable_s2shape_index.h>
#include <s2/s2builder.h>
#include <s2/s2builderutil_s2polygon_layer.h>
#include <s2/s2contains_point_query.h>
#include <s2/s2latlng.h>
#include <s2/s2loop.h>
#include <s2/s2polygon.h>

#include <memory>

#include "common.hpp"

namespace {
S2Point point(const Position &p) { return S2LatLng::FromDegrees(p.lat, p.lon).Normalized().ToPoint(); }

// The zone as S2 sees it: edges are great circles, which differ from straight lines in longitude and
// latitude by far less than a metre at these edge lengths.
std::unique_ptr<S2Polygon> polygon(const Zone &zone) {
    std::vector<std::unique_ptr<S2Loop>> loops;
    for (const auto &rings : zone)
        for (const auto &ring : rings) {
            std::vector<S2Point> vertices;
            for (size_t i = 0; i + 1 < ring.size(); i++) {
                const S2Point vertex = point(ring[i]);
                if (vertices.empty() || vertices.back() != vertex) vertices.push_back(vertex);
            }
            auto loop = std::make_unique<S2Loop>();
            loop->set_s2debug_override(S2Debug::DISABLE);
            loop->Init(vertices);
            loop->Normalize();
            loops.push_back(std::move(loop));
        }
    auto out = std::make_unique<S2Polygon>();
    out->set_s2debug_override(S2Debug::DISABLE);
    out->InitNested(std::move(loops));
    return out;
}
}  // namespace

int main(int argc, char **argv) {
    if (argc != 5) return 64;
    const std::string folder = argv[1];
    const size_t most = strtoull(argv[2], nullptr, 10);
    const int runs = atoi(argv[3]);
    const auto zones = read_zones(folder + "/polygons.bin");
    std::vector<std::unique_ptr<S2Polygon>> polygons;
    for (const auto &zone : zones) polygons.push_back(polygon(zone));

    MutableS2ShapeIndex together;
    std::vector<std::unique_ptr<MutableS2ShapeIndex>> apart;
    for (const auto &p : polygons) {
        together.Add(std::make_unique<S2Polygon::Shape>(p.get()));
        apart.push_back(std::make_unique<MutableS2ShapeIndex>());
        apart.back()->Add(std::make_unique<S2Polygon::Shape>(p.get()));
        apart.back()->ForceBuild();
    }
    together.ForceBuild();

    const S2ContainsPointQueryOptions closed(S2VertexModel::CLOSED);
    auto all = MakeS2ContainsPointQuery(&together, closed);
    measure(folder, most, runs, zones.size(), "S2", "one index over all zones", argv[4],
            [&](const Position *p, size_t n, uint8_t *out) {
                for (size_t i = 0; i < n; i++) {
                    uint8_t count = 0;
                    all.VisitContainingShapes(point(p[i]), [&](S2Shape *) {
                        count++;
                        return true;
                    });
                    out[i] = count;
                }
            });
    std::vector<S2ContainsPointQuery<MutableS2ShapeIndex>> each;
    for (const auto &index : apart) each.push_back(MakeS2ContainsPointQuery(index.get(), closed));
    measure(folder, most, runs, zones.size(), "S2", "an index per zone, nested, early out", argv[4],
            [&](const Position *p, size_t n, uint8_t *out) {
                for (size_t i = 0; i < n; i++) {
                    const S2Point at = point(p[i]);
                    uint8_t count = 0;
                    for (size_t z = zones.size(); z-- > 0 && each[z].Contains(at);) count++;
                    out[i] = count;
                }
            });
}
