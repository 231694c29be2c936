#!/usr/bin/env python3
"""Positions and polygons with their answers by exact rational arithmetic, for the tests.

    scripts/oracle/contains.py > fixtures/geodesy/contains.txt

A line `P name` begins an area; `R` holds a ring of its current polygon, `,` begins another polygon;
`T` a position and 1 (inside or on an edge) or 0. All numbers are hexadecimal floats, so that they
are read back as they were decided.
"""
import math
import random
from fractions import Fraction as F


def unwrapped(ring):
    """The ring with longitudes that go the short way, as rationals."""
    out = [(F(ring[0][0]), F(ring[0][1]))]
    for (x0, _), (x1, y1) in zip(ring, ring[1:]):
        step = F(x1) - F(x0)
        if 180 < step < 360:
            step -= 360
        elif -360 < step < -180:
            step += 360
        out.append((out[-1][0] + step, F(y1)))
    assert out[0] == out[-1], "rings about a pole are not for this script"
    return out


def place(x, y, ring):
    """1 inside, 0 on the edge, -1 outside."""
    inside = False
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        cross = (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)
        if cross == 0 and min(x0, x1) <= x <= max(x0, x1) and min(y0, y1) <= y <= max(y0, y1):
            return 0
        if (y0 <= y) != (y1 <= y) and (cross > 0) == (y1 > y0):
            inside = not inside
    return 1 if inside else -1


def in_ring(x, y, ring):
    found = [place(F(x) + 360 * k, F(y), ring) for k in (-2, -1, 0, 1, 2)]
    return max(found) if 1 in found else (0 if 0 in found else -1)


def contains(polygons, x, y):
    for rings in polygons:
        outer, *holes = [unwrapped(r) for r in rings]
        if in_ring(x, y, outer) >= 0 and all(in_ring(x, y, h) <= 0 for h in holes):
            return True
    return False


def star(rng, x, y, radius, n, grid=None):
    ring = []
    for i in range(n):
        angle = 2 * math.pi * (i + 0.4 * rng.random()) / n
        r = radius * rng.uniform(0.4, 1)
        px, py = x + r * math.cos(angle), y + r * math.sin(angle)
        if grid:
            px, py = round(px * grid) / grid, round(py * grid) / grid
        ring.append((px, py))
    ring.append(ring[0])
    return ring


def wrap(ring):
    return [(x - 360 if x > 180 else x + 360 if x < -180 else x, y) for x, y in ring]


def areas(rng):
    for i in range(6):
        yield f"star {i}", [[star(rng, rng.uniform(-100, 100), rng.uniform(-60, 60), 8, 7 + 5 * i)]]
    for i in range(4):
        x, y = rng.uniform(-100, 100), rng.uniform(-60, 60)
        yield f"hole {i}", [[star(rng, x, y, 8, 20), star(rng, x, y, 2.5, 9)]]
    for i in range(6):
        yield f"grid {i}", [[star(rng, rng.randint(-90, 90), rng.randint(-50, 50), 8, 12, grid=8)]]
    for i in range(4):
        yield f"antimeridian {i}", [[wrap(star(rng, 180 - 3 + 2 * i, 10 * i - 20, 8, 14))]]
    for i in range(2):
        ring = star(rng, 180, 20 * i, 8, 14, grid=4)
        hole = star(rng, 180, 20 * i, 2, 8, grid=16)
        yield f"antimeridian with hole {i}", [[wrap(ring), wrap(hole)]]
    yield "two polygons", [[star(rng, 10, 10, 5, 9)], [star(rng, 17, 10, 4, 9)]]
    yield "touching squares", [
        [[(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]], [[(1, 1), (2, 1), (2, 2), (1, 2), (1, 1)]]]
    yield "clockwise", [[[(0, 0), (0, 3), (3, 3), (3, 0), (0, 0)],
                         [(1, 1), (1, 2), (2, 2), (2, 1), (1, 1)]]]
    yield "to the antimeridian", [[[(170, -5), (180, -5), (180, 5), (170, 5), (170, -5)]]]
    yield "from the antimeridian", [[[(-180, -5), (-170, -5), (-170, 5), (-180, 5), (-180, -5)]]]
    yield "halves of RFC 7946", [
        [[(170, -5), (180, -5), (180, 5), (170, 5), (170, -5)]],
        [[(-180, -5), (-170, -5), (-170, 5), (-180, 5), (-180, -5)]]]
    yield "a globe's band", [[[(-180, 10), (180, 10), (180, 20), (-180, 20), (-180, 10)]]]
    yield "thin", [[[(0, 0), (60, 1e-12), (60, 2e-12), (0, 1e-12), (0, 0)]]]
    yield "far from round numbers", [[[(0.1, 0.1), (0.7, 0.3), (0.3, 0.9), (0.1, 0.1)]]]


def near(rng, x, y):
    """The position itself, or one ulp beside it."""
    def nudge(v, low, high):
        w = math.nextafter(v, rng.choice([-math.inf, math.inf])) if rng.random() < 0.6 else v
        return float(min(max(w, low), high))
    return nudge(x, -180, 180), nudge(y, -90, 90)


def positions(rng, polygons):
    for rings in polygons:
        for ring in rings:
            straight = [(float(x), float(y)) for x, y in unwrapped(ring)]
            lo_x, hi_x = min(x for x, _ in straight), max(x for x, _ in straight)
            lo_y, hi_y = min(y for _, y in straight), max(y for _, y in straight)
            for _ in range(60):
                (x0, y0), (x1, y1) = rng.choice(list(zip(straight, straight[1:])))
                kind = rng.randrange(4)
                if kind == 0:
                    x, y = x0, y0
                elif kind == 1:
                    t = rng.choice([0.5, 0.25, 0.125, rng.random()])
                    x, y = x0 + t * (x1 - x0), y0 + t * (y1 - y0)
                elif kind == 2:  # Level with a vertex, or on its meridian.
                    x, y = rng.choice([(rng.uniform(lo_x, hi_x), y0), (x0, rng.uniform(lo_y, hi_y))])
                else:
                    x, y = rng.uniform(lo_x - 1, hi_x + 1), rng.uniform(lo_y - 1, hi_y + 1)
                x, y = wrap([(x, y)])[0]
                yield near(rng, float(x), max(-90.0, min(90.0, y)))
                if abs(x) == 180:
                    yield -float(x), y


def main():
    rng = random.Random(2)
    for name, polygons in areas(rng):
        polygons = [[[(float(x), float(y)) for x, y in r] for r in p] for p in polygons]
        print("P", name)
        for i, rings in enumerate(polygons):
            if i:
                print(",")
            for ring in rings:
                print("R", " ".join(f"{x.hex()} {y.hex()}" for x, y in ring))
        for x, y in positions(rng, polygons):
            print("T", x.hex(), y.hex(), int(contains(polygons, x, y)))


main()
