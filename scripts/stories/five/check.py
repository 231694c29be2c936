#!/usr/bin/env python3
"""Judges the reports of the stories a second time, by geographiclib and rules written out by hand, and compares.

    DMZ=dmz python3 scripts/stories/five/check.py

No part of the gate: `run` and `expected.txt` are. Reports that lie too near to a limit for its simple
bounds are passed over and counted.
"""
import collections
import csv
import json
import math
import os
import re
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta, timezone

from geographiclib.geodesic import Geodesic

W = Geodesic.WGS84
OWN = os.path.dirname(os.path.abspath(__file__))
HERE = os.path.join(OWN, "../../../fixtures/stories")
DMZ = os.environ.get("DMZ", "dmz")
BREACH, OPEN, OK, NONE = "apparent_breach", "undeterminable", "compliant", "unregulated"
ORDER = [BREACH, OPEN, "counted", "pending", "exempt", "suspended", OK, NONE]


def geo(story, name):
    value = json.load(open(f"{HERE}/{story}/{name}"))
    geometry = value["geometry"]
    return geometry["coordinates"][0] if geometry["type"] == "Polygon" else geometry["coordinates"]


def apart(a, b):
    return W.Inverse(a[1], a[0], b[1], b[0])["s12"]


def chart(p, q):
    """Metres east and north of p, true in distance and direction."""
    g = W.Inverse(p[1], p[0], q[1], q[0])
    a = math.radians(g["azi1"])
    return g["s12"] * math.sin(a), g["s12"] * math.cos(a)


class Line:
    def __init__(self, points, planar=False):
        self.points, self.planar = points, planar

    def at(self, i, t):
        a, b = self.points[i], self.points[i + 1]
        if self.planar:
            return a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])
        g = W.Inverse(a[1], a[0], b[1], b[0])
        d = W.Direct(a[1], a[0], g["azi1"], t * g["s12"])
        return d["lon2"], d["lat2"]

    def nearest(self, p):
        """Distance, and 1 where the left of the line is there, -1 its right, 0 on it."""
        k = math.cos(math.radians(p[1]))
        rough = []
        for i, (a, b) in enumerate(zip(self.points, self.points[1:])):
            ax, ay, bx, by = (a[0] - p[0]) * k, a[1] - p[1], (b[0] - p[0]) * k, b[1] - p[1]
            dx, dy = bx - ax, by - ay
            n = dx * dx + dy * dy
            t = 0 if n == 0 else max(0, min(1, -(ax * dx + ay * dy) / n))
            rough.append((math.hypot(ax + t * dx, ay + t * dy), i))
        rough.sort()
        best, seen = (math.inf, None, None), {}
        for r, i in rough[:6]:
            if r > rough[0][0] * 1.02 + 1e-5:
                break
            for j in (i, i + 1):
                if j not in seen:
                    seen[j] = chart(p, self.points[j])
            (ax, ay), (bx, by) = seen[i], seen[i + 1]
            dx, dy = bx - ax, by - ay
            n = dx * dx + dy * dy
            t = 0.0 if n == 0 else max(0.0, min(1.0, -(ax * dx + ay * dy) / n))
            v = math.hypot(ax + t * dx, ay + t * dy)
            if v < best[0]:
                best = (v, i, t)
        d, i, t = best
        if apart(self.points[i], self.points[i + 1]) > 2000:
            # The chart bends long edges: the nearest place on the edge itself.
            lo, hi, g = max(0.0, t - 0.05), min(1.0, t + 0.05), (math.sqrt(5) - 1) / 2
            for _ in range(60):
                c, e = hi - g * (hi - lo), lo + g * (hi - lo)
                if apart(p, self.at(i, c)) < apart(p, self.at(i, e)):
                    hi = e
                else:
                    lo = c
            t = (lo + hi) / 2
            d = apart(p, self.at(i, t))
        if d < 1e-6:
            return 0.0, 0
        # The side by the edge; at a vertex by the bisector of both its edges.
        edges = [(self.points[i], self.points[i + 1])]
        if t == 0.0 and i > 0:
            edges.append((self.points[i - 1], self.points[i]))
        if t == 1.0 and i + 2 < len(self.points):
            edges.append((self.points[i + 1], self.points[i + 2]))
        total = [0.0, 0.0]
        v = self.at(i, t)
        for a, b in edges:
            x, y = chart(a, b)
            n = math.hypot(x, y)
            total[0] += x / n
            total[1] += y / n
        px, py = chart(v, p)
        return d, 1 if total[0] * py - total[1] * px > 0 else -1


def in_ring(ring, p):
    odd = False
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        if (y0 > p[1]) != (y1 > p[1]) and p[0] < (x1 - x0) * (p[1] - y0) / (y1 - y0) + x0:
            odd = not odd
    return odd


def depth(ring, p):
    d = Line(ring, planar=True).nearest(p)[0]
    return d if in_ring(ring, p) else -d


def certain(margin, u):
    """True inside, False outside, None where the bound leaves it open."""
    return True if margin >= u else False if margin < -u else None


def either(*states):
    return True if True in states else None if None in states else False


def say(covers, bad):
    """A rule that certainly covers or not, and what it forbids, certainly or not."""
    return None if not covers else BREACH if bad is True else OPEN if bad is None else OK


def instead(finding, word):
    return word if finding == BREACH else finding


def gravest(findings):
    found = [f for f in findings if f]
    return min(found, key=ORDER.index) if found else NONE


def zulu(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def number(text, default=0.0):
    return float(text) if text not in (None, "") else default


# Each judge gives the finding, distance and side (or None), and the zones certainly held (or None).

def technical(r, line):
    p, u = (float(r["longitude"]), float(r["latitude"])), number(r["uncertainty_m"]) + 5
    d, side = line.nearest(p)
    t = (zulu(r["time"]) - zulu("2026-11-02T00:00-07:00")) / timedelta(days=1)
    party, what = r["party"], r["category"]
    own = {"north": 1, "south": -1}.get(party)
    found = []
    if own and what in ("howitzer", "mortar"):
        behind, need = d * side * own, 25000 if what == "howitzer" else 15000
        bad = True if behind + u < need else None if behind - u < need else False
        size = number((r["calibre"] or "").replace(" mm", ""), None)
        if size is None:
            found.append(OPEN if bad is not False else OK)
        elif size >= 100 and what == "howitzer" and t >= 2:
            found.append(instead(say(True, bad), "pending") if t < 9 and bad is not False else say(True, bad))
        elif size >= 100 and what == "mortar" and t >= 9:
            found.append(say(True, bad))
    if own and what in ("troops", "vehicle", "howitzer") and t >= 1:
        f = say(True, certain(457.2 - d, u))
        if r["activity"] in ("medevac", "demining"):
            f = "exempt" if f != OK else OK
        found.append(f)
    if own and what == "uav":
        f = say(True, certain(10000 - d, u))
        found.append("suspended" if party == "south" and t >= 8 and f != OK else f)
    if own and what == "howitzer" and not r["calibre"] and t < 2:
        found = [f for f in found[1:]]
    elif own and what == "howitzer" and not r["calibre"] and t < 9 and found[0] == OPEN:
        found[0] = "pending"
    zones = [certain(25000 - d, u), certain(457.2 - d, u), certain(10000 - d, u)]
    names = ["gun-free", "strip", "no-fly"]
    return gravest(found), d, {1: "north", -1: "south", 0: ""}[side], [n for n, z in zip(names, zones) if z]


def dms(text):
    def angle(part):
        d, rest = part.split("°")
        m, s = rest.split("'")
        return (int(d) + int(m) / 60 + int(s[:2]) / 3600) * (-1 if part[-1] in "SW" else 1)
    lat, lon = text.split(" ")
    return angle(lon), angle(lat)


def camps(r, areas):
    p = dms(r["position"])
    u = number(r["uncertainty_m"]) + 0.5 / 3600 * 111200 * 1.31
    at = zulu(r["time"]) if r["time"].endswith("Z") else datetime.fromisoformat(r["time"]).replace(tzinfo=timezone(timedelta(hours=6)))
    t = (at - zulu("2026-11-01T00:00+06:00")) / timedelta(days=1)
    hour = at.astimezone(timezone(timedelta(hours=6))).hour
    party, what = r["party"], r["category"]
    lake_depth = depth(areas["lake"], p)
    north = certain(depth(areas["verified" if t >= 6 else "claimed"], p), u)
    lake, ridge = certain(lake_depth, u), certain(depth(areas["ridge"], p), u)
    ring = certain(1000 + lake_depth, u) if lake_depth < -u else (None if lake_depth <= u else False)
    d, _ = areas["road"].nearest(p)
    road = certain(500 - d, u)
    found = []
    may_be = lambda name: party in (name, "")
    if may_be("movement") and what == "armed":
        state = either(north, lake, ridge)
        f = say(True, None if state is None else not state)
        if r["coordination"] == "agreed":
            f = "exempt" if f != OK else OK
        elif t < 4 and f != OK:
            f = "pending"
        elif party == "" and f == BREACH:
            f = OPEN
        found.append(f)
        if lake is True:
            found.append("counted")
        elif lake is None:
            found.append("counted")
        else:
            found.append(OK)
    if may_be("government") and what == "patrol":
        f = say(True, either(north, lake))
        if r["coordination"] == "agreed":
            f = "exempt" if f != OK else OK
        found.append(OPEN if party == "" and f == BREACH else f)
        f = say(True, ridge)
        f = "suspended" if t >= 8 and f != OK else f
        found.append(OPEN if party == "" and f == BREACH else f)
    if may_be("government") and what == "vehicle" and (hour >= 18 or hour < 5):
        f = say(True, ring)
        found.append(OPEN if party == "" and f == BREACH else f)
    if what == "checkpoint" and t >= 2:
        found.append(say(True, road))
    if what == "civilian":
        return None, None, None, None
    names = [("camp-north", north), ("camp-lake", lake), ("camp-ridge", ridge), ("lake-ring", ring), ("highway", road)]
    unsure = any(z is None for _, z in names)
    return gravest(found), None, None, None if unsure else [n for n, z in names if z]


def force(r, lines):
    p, u = r["place"], number(r.get("uncertainty_m")) + 50
    old, new = lines
    party, what, text = r.get("party", ""), r["category"], r.get("time")
    if not text:
        a, b = force(dict(r, time="2026-11-07T00:00Z"), lines), force(dict(r, time="2026-11-09T00:00Z"), lines)
        return a[0] if a[0] == b[0] else OPEN, None, None, None
    t = (zulu(text) - zulu("2026-11-01T00:00Z")) / timedelta(days=1)
    d, side = (new if t >= 7 else old).nearest(p)
    own = {"alpha": 1, "bravo": -1}.get(party)
    aos = certain(2000 - d, u)
    found = []
    if what in ("tank", "gun", "truck", "police") and party != "force":
        f = say(True, aos)
        if what == "police" and r.get("arms") == "personal":
            f = "exempt" if f != OK else OK
        elif t < 4 and f != OK:
            f = "pending"
        found.append(OPEN if party == "" and f == BREACH else f)
    if what == "patrol" and own:
        across = -d * side * own
        found.append(say(True, True if across > u else None if across > -u else False))
    if what == "post" and party == "force":
        found.append(say(True, None if aos is None else not aos))
    if what == "tank" and party == "bravo":
        signed = d if side < 0 else -d
        band = False if signed < 2000 - u or signed > 10000 + u else True if 2000 + u <= signed <= 10000 - u else None
        found.append("counted" if band is not False else OK)
    if what == "herder":
        return None, d, None, None
    sure = {1: "alpha", -1: "bravo"}[side] if d > u else "undeterminable"
    return gravest(found), d, sure, None


def repatriation(r, parts):
    p, u = (float(r["longitude"]), float(r["latitude"])), number(r["uncertainty_m"])
    line, gates = parts
    d, side = line.nearest(p)
    change = zulu("2026-09-27T02:00+12:00")
    if "T" in r["time"]:
        at = zulu(r["time"])
    else:
        naive = datetime.fromisoformat(r["time"])
        ahead = 12 if naive < datetime(2026, 9, 27, 2) else 13
        at = naive.replace(tzinfo=timezone(timedelta(hours=ahead)))
    clock = at.astimezone(timezone(timedelta(hours=13 if at >= change else 12))).replace(tzinfo=None)
    party, what = r["party"], r["category"]
    own = {"north": 1, "south": -1}.get(party)
    states = [certain(500 - apart(p, g), u) for g in gates]
    at_gate = either(*states)
    found = []
    if what == "crossing" and clock >= datetime(2026, 9, 21):
        f = say(True, None if at_gate is None else not at_gate)
        n = r["notice"].split(" ") if r["notice"] else None
        hours = float(n[0]) * {"h": 1, "d": 24, "min": 1 / 60}[n[1]] if n else 0
        if r["permit"] == "commission" and hours >= 24:
            f = "exempt" if f != OK else OK
        found.append(f)
    if what == "crossing":
        h = clock.hour
        closed = (h >= 18 or h < 8) if clock.month <= 9 else (h >= 19 or h < 7)
        if closed:
            found.append(say(True, at_gate))
    if what == "mine":
        f = say(True, at_gate)
        found.append("pending" if clock < datetime(2026, 9, 26) and f != OK else f)
    if what == "armed" and own:
        across = -d * side * own
        f = say(True, True if across > u else None if across > -u and u > 0 else False)
        found.append("suspended" if party == "south" and clock >= datetime(2026, 9, 30) and f != OK else f)
    sure = {1: "north", -1: "south", 0: ""}[side] if d > u or u == 0 else "undeterminable"
    return gravest(found), d, sure, [f"cp-{i}" for i, s in enumerate(states, 1) if s]


def unutm(zone, easting, northing, south=True):
    """Inverse by Newton steps upon the forward series, which is written out in make.py."""
    sys.path.insert(0, OWN)
    from make import utm
    lon, lat = zone * 6 - 183.0, (northing - 10000000) / 111000
    for _ in range(12):
        _, e, n = utm((lon, lat))
        n = n - 10000000 if n > 10000000 else n
        lat += (northing - n) / 111100
        lon += (easting - e) / (111300 * math.cos(math.radians(lat)))
    return lon, lat


def cell(text):
    """The corners of a cell of 27G, square by square."""
    _, square, e, n = text.split(" ")
    size = 10 ** (5 - len(e))
    east = ("STUVWXYZABCDEFGHJKLMNPQR".index(square[0]) % 8 + 1) * 100000 if square[0] in "STUVWXYZ" else None
    row = "ABCDEFGHJKLMNPQRSTUV".index(square[1])
    north = next(k for k in range(row, 100, 20) if 5100000 <= k * 100000 <= 5299999) * 100000
    x, y = east + int(e) * size, north + int(n) * size
    m = 8
    walk = [(x + size * k / m, y) for k in range(m)] + [(x + size, y + size * k / m) for k in range(m)] + \
        [(x + size - size * k / m, y + size) for k in range(m)] + [(x, y + size - size * k / m) for k in range(m)]
    middle = unutm(27, x + size / 2, y + size / 2)
    return middle, [unutm(27, *q) for q in walk]


def office(r, parts):
    what, party = r["category"], r["party"]
    if r["position"].startswith("27G"):
        p, edge = cell(r["position"])
    else:
        lat, lon = (float(v) for v in r["position"].split(", "))
        p, edge = (lon, lat), []
    u, level = number(r["uncertainty_m"]), r["uncertainty_level"]
    if r["width_m"]:
        w, l, h = float(r["width_m"]) / 2, float(r["length_m"]) / 2, math.radians(float(r["heading_deg"]))
        for k in range(-4, 5):
            for a, b in ((w, l * k / 4), (-w, l * k / 4), (w * k / 4, l), (w * k / 4, -l)):
                x, y = a * math.cos(h) + b * math.sin(h), -a * math.sin(h) + b * math.cos(h)
                g = W.Direct(p[1], p[0], math.degrees(math.atan2(x, y)), math.hypot(x, y))
                edge.append((g["lon2"], g["lat2"]))
    t = (zulu(r["time"]) - zulu("2026-11-01T00:00-01:00")) / timedelta(days=1)
    hour = zulu(r["time"]).astimezone(timezone(timedelta(hours=-1))).hour

    def within(f, limit, place=p, bound=u, rim=edge):
        """f is a distance; a region is judged by its rim and its middle."""
        if level == "CE90" and place is p:
            return None
        middle = f(place)
        if middle > limit + bound + 2000:
            return False
        ds = [middle] + [f(q) for q in rim]
        reach = max(ds)
        if reach + bound <= limit:
            return True
        return False if min(ds) - bound - (0 if not rim else 2) > limit else None

    rings = [(parts["hospital"], 2000), (parts["clinic"], 1000), (parts["store"], 1000)]
    plant = lambda q: -depth(parts["plant"], q)
    sites = lambda place=p, bound=u, rim=edge: either(*[within(lambda q, c=c: apart(q, c), m, place, bound, rim) for c, m in rings],
                                                      within(plant, 0, place, bound, rim))
    found = []
    if what == "shot":
        effect = sites()
        if r["origin_position"]:
            lat, lon = (float(v) for v in r["origin_position"].split(", "))
            origin = sites((lon, lat), number(r["origin_uncertainty_m"]), [])
        else:
            origin = None
        found.append(say(True, either(effect, origin)))
    if what in ("explosion", "thermal"):
        wire = within(lambda q: parts["wire"].nearest(q)[0], 200)
        near = None if level == "CE90" or within(plant, 10000) is not False and within(plant, 0) is not True else False
        for state in (sites(), near, wire):
            f = say(True, state)
            found.append(OPEN if what == "thermal" and f == BREACH else f)
    if what in ("relief", "vehicle") and 2 <= t < 9:
        road = within(lambda q: parts["road"].nearest(q)[0], 1000)
        if what == "vehicle" and 8 <= hour < 16:
            found.append(say(True, road))
        if what == "relief":
            if 8 <= hour < 16:
                found.append(OK)
            n = r["notice"].split(" ") if r["notice"] else None
            hours = float(n[0]) * {"h": 1, "d": 24}[n[1]] if n else 0
            f = say(True, road)
            found.append("exempt" if hours >= 48 and f != OK else f)
    d, side = parts["line"].nearest(p)
    if what == "howitzer":
        behind = d * side * {"a": 1, "b": -1}[party]
        bad = True if behind + u < 10000 else None if behind - u < 10000 else False
        f = say(True, bad)
        if party == "b" and t >= 9 and f != OK:
            f = "suspended"
        elif t < 5 and f != OK:
            f = "pending"
        found.append(f)
    return gravest(found), d if not r["position"].startswith("27G") else None, None, None


def main():
    stories = {
        "technical-support": (technical, lambda s: Line(geo(s, "line.geojson"))),
        "verified-camps": (camps, lambda s: {
            "claimed": geo(s, "north-claimed.geojson"), "verified": geo(s, "north-verified.geojson"), "lake": geo(s, "lake.geojson"),
            "ridge": geo(s, "ridge.geojson"), "road": Line(geo(s, "line.geojson"))}),
        "observer-force": (force, lambda s: (Line(geo(s, "line.geojson")), Line(geo(s, "line-moved.geojson")))),
        "repatriation": (repatriation, lambda s: (Line(geo(s, "line.geojson")), [
            tuple(map(float, m)) for m in re.findall(r"500 m, of: \[(\S+), (\S+)\]", open(f"{HERE}/{s}/agreement.yaml").read())])),
        "deconfliction-office": (office, lambda s: {
            "line": Line(geo(s, "line.geojson")), "wire": Line(geo(s, "power.geojson")), "road": Line(geo(s, "corridor.geojson")),
            "plant": geo(s, "plant.geojson"), "hospital": (-20.6, -43.45), "clinic": (-20.25, -43.35), "store": (-19.85, -43.2)}),
    }
    wrong = 0
    for story, (judge, load) in stories.items():
        parts = load(story)
        name = "reports.geojson" if story == "observer-force" else "mended.csv" if story == "repatriation" else "reports.csv"
        with tempfile.TemporaryDirectory() as work:
            out = f"{work}/out"
            subprocess.run([DMZ, "check", "-q", "agreement.yaml", name, "-o", out], cwd=f"{HERE}/{story}", check=True)
            if name.endswith("geojson"):
                rows = [dict(f["properties"], place=f["geometry"]["coordinates"]) if f["geometry"] else f["properties"]
                        for f in json.load(open(out))["features"]]
            else:
                rows = list(csv.DictReader(open(out, newline="")))
        truth = {r["id"]: r["finding"] for r in csv.DictReader(open(f"{HERE}/{story}/truth.csv"))}
        n = collections.Counter()
        kinds = collections.Counter(r.get("dmz_finding") or "refused" for r in rows)
        for r in rows:
            if r.get("dmz_error"):
                n["refused"] += 1
                continue
            if r["id"] in truth:
                n["planned"] += 1
                if truth[r["id"]] != r["dmz_finding"]:
                    wrong += 1
                    print("  PLANNED", r["id"], truth[r["id"]], r["dmz_finding"])
            finding, d, side, zones = judge(r, parts)
            if finding is None:
                n["passed over"] += 1
            else:
                n["findings"] += 1
                if finding != r["dmz_finding"]:
                    wrong += 1
                    print("  FINDING", r["id"], "oracle", finding, "dmz", r["dmz_finding"], {k: v for k, v in r.items() if v and k in (
                        "time", "party", "category", "calibre", "uncertainty_m", "position", "dmz_distance_m", "dmz_rules_undeterminable", "dmz_rules_apparent_breach", "dmz_zones", "dmz_zones_undeterminable", "dmz_rule")})
            if d is not None and r.get("dmz_distance_m") not in (None, ""):
                n["distances"] += 1
                if abs(d - float(r["dmz_distance_m"])) > 0.005:
                    wrong += 1
                    print("  DISTANCE", r["id"], d, r["dmz_distance_m"])
            if side is not None:
                n["sides"] += 1
                got = r.get("dmz_side") or ""
                if got != side and not (story == "technical-support" and got == "undeterminable"):
                    wrong += 1
                    print("  SIDE", r["id"], side, got, d)
            if zones is not None:
                got = r.get("dmz_zones") or []
                got = got.split(";") if isinstance(got, str) and got else list(got)
                n["zones"] += 1
                if sorted(got) != sorted(zones):
                    wrong += 1
                    print("  ZONES", r["id"], zones, got, d)
        print(story, len(rows), "records:", ", ".join(f"{v} {k}" for k, v in n.items()))
        print("   ", ", ".join(f"{v} {k}" for k, v in sorted(kinds.items())))
    print("differences:", wrong)
    sys.exit(1 if wrong else 0)


main()
