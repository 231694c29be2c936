// Makes positions at known geodesic distances beside the limits of the dense line, with GeographicLib.
//
//     near-limits FOLDER POSITIONS SEED
//
// Writes limits-50m.bin (longitude, latitude) and limits-50m.truth (number of the limit, distance
// minus limit in metres), and the same for 10 m and 1 m. Offsets are uniform over +-50 m and so on.
//
// The nearest place: pieces of at most 100 m along the geodesic edges; those whose chord, with a
// margin, can be nearest (spheres about runs of pieces leave out the rest); on each the foot of the
// perpendicular by the Illinois method on the angle at which the connecting geodesic arrives. A
// position is made by going from farther out straight towards its nearest place, which stays nearest
// on the way; then its distance is found again from the start, and it is that which is written.
#include <GeographicLib/Geocentric.hpp>
#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/GeodesicLine.hpp>
#include <cmath>
#include <random>

#include "common.hpp"

using GeographicLib::Geodesic;
using GeographicLib::GeodesicLine;

namespace {
constexpr double kPiece = 100, kDegree = M_PI / 180;
const std::vector<double> kLimits = {2e3, 5e3, 15e3, 25e3, 50e3, 70e3, 140e3};

struct Vector {
    double x, y, z;
};
double distance(const Vector &a, const Vector &b) {
    return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y) + (a.z - b.z) * (a.z - b.z));
}
Vector vector(double lat, double lon) {
    Vector v;
    GeographicLib::Geocentric::WGS84().Forward(lat, lon, 0, v.x, v.y, v.z);
    return v;
}

struct Piece {
    size_t edge;
    double from, to;  // metres along the edge
    Vector a, b;
};
struct Run {
    size_t first, last;
    Vector centre;
    double radius;
};
struct Place {
    double metres = INFINITY, lat = 0, lon = 0;
};

class Line {
public:
    explicit Line(const std::vector<Position> &vertices) : vertices_(vertices) {
        for (size_t i = 0; i + 1 < vertices.size(); i++) {
            const auto &p = vertices[i], &q = vertices[i + 1];
            edges_.push_back(Geodesic::WGS84().InverseLine(p.lat, p.lon, q.lat, q.lon,
                                                           GeodesicLine::ALL));
            const double length = edges_.back().Distance();
            const int n = std::max(1, static_cast<int>(std::ceil(length / kPiece)));
            for (int k = 0; k < n; k++)
                pieces_.push_back({i, length * k / n, length * (k + 1) / n, at(i, length * k / n),
                                   at(i, length * (k + 1) / n)});
        }
        for (size_t first = 0; first < pieces_.size(); first += 64) {
            Run run{first, std::min(first + 64, pieces_.size()), pieces_[first].a, 0};
            for (size_t i = run.first; i < run.last; i++)
                run.radius = std::max(run.radius, distance(run.centre, pieces_[i].b));
            runs_.push_back(run);
        }
    }

    Place nearest(double lat, double lon) const {
        const Vector p = vector(lat, lon);
        double least = INFINITY;
        for (const auto &run : runs_) least = std::min(least, distance(p, run.centre));
        // A place between two vertices is at most half a piece nearer than the nearer of them.
        std::vector<std::pair<double, size_t>> found;
        for (const auto &run : runs_) {
            if (distance(p, run.centre) - run.radius > least + kPiece) continue;
            for (size_t i = run.first; i < run.last; i++) {
                const double chord = to_chord(p, pieces_[i]);
                least = std::min(least, chord);
                if (chord < least + 1) found.push_back({chord, i});
            }
        }
        // Chords tell distances apart to a few centimetres at 140 km; 0.5 m is ample.
        Place best;
        for (const auto &[chord, i] : found)
            if (chord < least + 0.5) {
                const Place place = foot(lat, lon, pieces_[i]);
                if (place.metres < best.metres) best = place;
            }
        return best;
    }

private:
    std::vector<Position> vertices_;
    std::vector<GeodesicLine> edges_;
    std::vector<Piece> pieces_;
    std::vector<Run> runs_;

    Vector at(size_t edge, double metres) const {
        double lat, lon;
        edges_[edge].Position(metres, lat, lon);
        return vector(lat, lon);
    }

    static double to_chord(const Vector &p, const Piece &piece) {
        const Vector &a = piece.a, &b = piece.b;
        const double ux = b.x - a.x, uy = b.y - a.y, uz = b.z - a.z;
        const double length = ux * ux + uy * uy + uz * uz;
        double t = length > 0 ? ((p.x - a.x) * ux + (p.y - a.y) * uy + (p.z - a.z) * uz) / length : 0;
        t = std::clamp(t, 0.0, 1.0);
        return distance(p, {a.x + t * ux, a.y + t * uy, a.z + t * uz});
    }

    Place foot(double lat, double lon, const Piece &piece) const {
        Place place;
        // Positive while the foot lies farther along the edge.
        auto ahead = [&](double metres) {
            double to, from, unused;
            edges_[piece.edge].Position(metres, place.lat, place.lon, to);
            Geodesic::WGS84().Inverse(place.lat, place.lon, lat, lon, place.metres, from, unused);
            return std::cos((from - to) * kDegree);
        };
        double a = piece.from, b = piece.to;
        double fa = ahead(a);
        if (fa <= 0) return place;
        double fb = ahead(b);
        if (fb >= 0) return place;
        for (int i = 0, side = 0; i < 60 && b - a > 1e-7; i++) {
            const double m = (fb * a - fa * b) / (fb - fa);
            const double fm = ahead(m);
            if (std::abs(fm) < 1e-13) break;
            if (fm < 0) {
                b = m, fb = fm;
                if (side == -1) fa /= 2;
                side = -1;
            } else {
                a = m, fa = fm;
                if (side == 1) fb /= 2;
                side = 1;
            }
        }
        return place;
    }
};
}  // namespace

int main(int argc, char **argv) {
    if (argc != 4) return 64;
    const std::string folder = argv[1];
    const size_t count = strtoull(argv[2], nullptr, 10);
    std::mt19937_64 random(strtoull(argv[3], nullptr, 10));
    auto unit = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
    const auto vertices = read_all<Position>(folder + "/line.bin");
    const Line line(vertices);
    for (int reach : {50, 10, 1}) {
        std::vector<Position> positions;
        std::vector<double> truth;
        double worst = 0;
        while (positions.size() < count) {
            const size_t zone = positions.size() % kLimits.size();
            const double wanted = kLimits[zone] + reach * (2 * unit() - 1);
            const auto &v = vertices[static_cast<size_t>(unit() * vertices.size())];
            double lat, lon;
            Geodesic::WGS84().Direct(v.lat, v.lon, 360 * unit(), wanted + 100 + 900 * unit(), lat, lon);
            const Place from = line.nearest(lat, lon);
            if (from.metres <= wanted) continue;
            double out, azimuth, back;
            Geodesic::WGS84().Inverse(from.lat, from.lon, lat, lon, out, azimuth, back);
            Geodesic::WGS84().Direct(from.lat, from.lon, azimuth, wanted, lat, lon);
            const double metres = line.nearest(lat, lon).metres;
            worst = std::max(worst, std::abs(metres - wanted));
            positions.push_back({lon, lat});
            truth.push_back(static_cast<double>(zone));
            truth.push_back(metres - kLimits[zone]);
        }
        const std::string path = folder + "/limits-" + std::to_string(reach) + "m";
        std::ofstream(path + ".bin", std::ios::binary)
            .write(reinterpret_cast<const char *>(positions.data()), static_cast<std::streamsize>(16 * count));
        std::ofstream(path + ".truth", std::ios::binary)
            .write(reinterpret_cast<const char *>(truth.data()), static_cast<std::streamsize>(16 * count));
        fprintf(stderr, "near-limits: %zu positions within %d m of a limit; found again to %.1e m\n",
                count, reach, worst);
    }
}
