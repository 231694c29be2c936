#!/usr/bin/env python3
"""Makes the lines, areas and reports of six stories in fixtures/stories, from seeds.

Everything is invented and lies on the open ocean. What it writes is
committed, so that the stories themselves need no Python. Beside each story's reports it writes
`decided.csv`: what each rule must find of each report, decided here by its own geometry and
without dmz. A report within a few metres of a limit is left out of that file.
"""
import csv
import datetime as dt
import json
import math
import os
import random

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../fixtures/stories")
A, F = 6378137.0, 1 / 298.257223563
E2 = F * (2 - F)
NM = 1852.0


# Geometry: chords between places on the ellipsoid, good to a centimetre at 30 km.

def ecef(lon, lat):
    lon, lat = math.radians(lon), math.radians(lat)
    n = A / math.sqrt(1 - E2 * math.sin(lat) ** 2)
    return (n * math.cos(lat) * math.cos(lon), n * math.cos(lat) * math.sin(lon),
            n * (1 - E2) * math.sin(lat))


def sub(a, b): return (a[0] - b[0], a[1] - b[1], a[2] - b[2])
def dot(a, b): return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
def cross(a, b):
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])
def unit(a):
    n = math.sqrt(dot(a, a))
    return (a[0] / n, a[1] / n, a[2] / n)


def arc(chord):
    return 2 * 6371000 * math.asin(chord / 2 / 6371000)


def distance(a, b):
    v = sub(ecef(*a), ecef(*b))
    return arc(math.sqrt(dot(v, v)))


def metres(lat):
    """Metres in a degree of longitude and of latitude."""
    s = math.sin(math.radians(lat)) ** 2
    n = A / math.sqrt(1 - E2 * s)
    return math.radians(n * math.cos(math.radians(lat))), math.radians(n * (1 - E2) / (1 - E2 * s))


class Line:
    def __init__(self, coordinates):
        self.c = coordinates
        self.e = [ecef(*p) for p in coordinates]

    def nearest(self, p):
        q, best = ecef(*p), (1e99, 0, 0.0)
        for k in range(len(self.e) - 1):
            a, b = self.e[k], self.e[k + 1]
            ab, ap = sub(b, a), sub(q, a)
            t = max(0.0, min(1.0, dot(ap, ab) / dot(ab, ab)))
            v = (ap[0] - t * ab[0], ap[1] - t * ab[1], ap[2] - t * ab[2])
            d = dot(v, v)
            if d < best[0]:
                best = (d, k, t)
        return math.sqrt(best[0]), best[1], best[2]

    def signed(self, p):
        """Distance to the line, positive on its left."""
        d, k, t = self.nearest(p)
        q = ecef(*p)
        up = unit(q)
        edges = [k]
        if t == 0 and k > 0: edges.append(k - 1)
        if t == 1 and k + 2 < len(self.e): edges.append(k + 1)
        a, b = self.e[k], self.e[k + 1]
        foot = tuple(x + t * (y - x) for x, y in zip(a, b))
        side = sum(dot(cross(up, unit(sub(self.e[j + 1], self.e[j]))), sub(q, foot)) for j in edges)
        return math.copysign(arc(d), side)

    def beside(self, k, offset, shift=0.0):
        """A place about `offset` metres to the left of vertex k, `shift` metres farther along."""
        mx, my = metres(self.c[k][1])
        a, b = self.c[max(0, k - 12)], self.c[min(len(self.c) - 1, k + 12)]
        dx, dy = (b[0] - a[0]) * mx, (b[1] - a[1]) * my
        n = math.hypot(dx, dy)
        x, y = self.c[k]
        return [x + (-dy / n * offset + dx / n * shift) / mx, y + (dx / n * offset + dy / n * shift) / my]


def at_distance(line, k, want, shift=0.0):
    """A place at the distance `want` (positive left), as near to it as 7 decimals allow."""
    lo, hi = 0.0, want * 1.6
    for _ in range(60):
        mid = (lo + hi) / 2
        s = line.signed(line.beside(k, mid, shift))
        if (s < want) == (want > 0): lo = mid
        else: hi = mid
    return [round(v, 7) for v in line.beside(k, lo, shift)]


def wander(rng, start, end, depth, roughness, fade=0.93):
    points, scale = [start, end], roughness
    for _ in range(depth):
        finer = []
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            shift = rng.gauss(0, scale)
            finer += [(x0, y0), ((x0 + x1) / 2 - (y1 - y0) * shift, (y0 + y1) / 2 + (x1 - x0) * shift)]
        points, scale = finer + [points[-1]], scale * fade
    return [[round(x, 6), round(y, 6)] for x, y in points]


def blob(rng, centre, radius, corners, jag=0.25):
    """A ring about a centre whose distances from it wander."""
    mx, my = metres(centre[1])
    waves = [(n, rng.uniform(0, 6.3), rng.gauss(0, jag / n)) for n in range(2, 9)]
    ring = []
    for k in range(corners):
        a = 2 * math.pi * k / corners
        r = radius * (1 + sum(s * math.sin(n * a + w) for n, w, s in waves) + rng.gauss(0, 0.004))
        ring.append([round(centre[0] + r * math.cos(a) / mx, 6), round(centre[1] + r * math.sin(a) / my, 6)])
    return ring + [ring[0]]


def inside(ring, p):
    found = False
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        if (y0 > p[1]) != (y1 > p[1]) and p[0] < (x1 - x0) * (p[1] - y0) / (y1 - y0) + x0:
            found = not found
    return found


class Area:
    """Positive distances inside."""
    def __init__(self, ring):
        self.ring, self.line = ring, Line(ring)

    def depth(self, p):
        d = arc(self.line.nearest(p)[0])
        return d if inside(self.ring, p) else -d


# The grid: UTM by Krueger's series, and MGRS.

def utm(lon, lat, zone):
    n = F / (2 - F)
    big = A / (1 + n) * (1 + n ** 2 / 4 + n ** 4 / 64)
    alpha = (n / 2 - 2 * n ** 2 / 3 + 5 * n ** 3 / 16, 13 * n ** 2 / 48 - 3 * n ** 3 / 5, 61 * n ** 3 / 240)
    phi, lam = math.radians(lat), math.radians(lon - (zone * 6 - 183))
    k = 2 * math.sqrt(n) / (1 + n)
    t = math.sinh(math.atanh(math.sin(phi)) - k * math.atanh(k * math.sin(phi)))
    xi, eta = math.atan2(t, math.cos(lam)), math.atanh(math.sin(lam) / math.hypot(1, t))
    x = eta + sum(a * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, a in enumerate(alpha, 1))
    y = xi + sum(a * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, a in enumerate(alpha, 1))
    return 500000 + 0.9996 * big * x, 0.9996 * big * y + (0 if lat >= 0 else 1e7)


def mgrs(p, zone, digits, gaps=True):
    e, n = utm(p[0], p[1], zone)
    band = "CDEFGHJKLMNPQRSTUVWX"[int((p[1] + 80) // 8)]
    column = ("STUVWXYZ", "ABCDEFGH", "JKLMNPQR")[zone % 3][int(e // 1e5) - 1]
    row = ("FGHJKLMNPQRSTUVABCDE", "ABCDEFGHJKLMNPQRSTUV")[zone % 2][int(n // 1e5) % 20]
    cut = 10 ** (5 - digits)
    east, north = int(e % 1e5) // cut, int(n % 1e5) // cut
    gap = " " if gaps else ""
    text = f"{zone}{band}{gap}{column}{row}{gap}{east:0{digits}d}{gap}{north:0{digits}d}"
    # Corners and middle of the cell, off the place in the grid (its convergence is small here).
    mx, my = metres(p[1])
    de, dn = (e % 1e5) - east * cut, (n % 1e5) - north * cut
    h = 1e-5
    e1, n1 = utm(p[0] + h, p[1], zone)
    ux, uy = (e1 - e) / h, (n1 - n) / h
    e2, n2 = utm(p[0], p[1] + h, zone)
    vx, vy = (e2 - e) / h, (n2 - n) / h
    det = ux * vy - vx * uy
    corners = []
    for fx, fy in ((0, 0), (1, 0), (1, 1), (0, 1), (0.5, 0.5)):
        x, y = fx * cut - de, fy * cut - dn
        corners.append([p[0] + (x * vy - vx * y) / det, p[1] + (ux * y - x * uy) / det])
    return text, corners


def dms(p, places=1):
    def angle(v, width, letters):
        scaled = round(abs(v) * 3600 * 10 ** places)
        s, whole = scaled % (60 * 10 ** places), scaled // (60 * 10 ** places)
        text = f"{whole // 60:0{width}d}-{whole % 60:02d}-{s / 10 ** places:0{places + 3}.{places}f}{letters[v < 0]}"
        return text, math.copysign(scaled / 3600 / 10 ** places, v)
    lat, y = angle(p[1], 2, "NS")
    lon, x = angle(p[0], 3, "EW")
    return f"{lat} {lon}", [x, y]


# What rules find: the outcomes over all that is possible of a report, None where it is not covered.

ORDER = ["apparent_breach", "undeterminable", "counted", "pending", "exempt", "suspended", "compliant", None]
YES, NO, MAYBE, SKIP = {True}, {False}, {True, False}, "skip"


def outcome(possible):
    possible = set(possible)
    if "apparent_breach" in possible and len(possible) > 1: return "undeterminable"
    return min(possible, key=ORDER.index)


def near(depth, slack):
    """Whether a region of `slack` metres about a place so deep within an area is in it."""
    if abs(abs(depth) - slack) < 3: return SKIP
    return YES if depth > slack else NO if depth < -slack else MAYBE


class Decisions:
    def __init__(self):
        self.rows = []

    def add(self, file, record, ident, rules, trap=""):
        """`rules`: the possible outcomes of each rule, or None for a record to be refused."""
        if rules is None:
            self.rows.append([file, record, ident, "refused", "", trap])
            return
        if any(v == SKIP for v in rules.values()): return
        found = {k: outcome(v) for k, v in rules.items()}
        gravest = min(list(found.values()) + [None], key=ORDER.index) or "unregulated"
        text = ";".join(f"{k}={v}" for k, v in found.items() if v)
        self.rows.append([file, record, ident, gravest, text, trap])

    def write(self, story):
        table(story, "decided.csv", ["file", "record", "id", "finding", "rules", "trap"], self.rows)


class Log:
    """Reports of one file, which are written in the order of their times."""
    def __init__(self, prefix):
        self.prefix, self.entries = prefix, []

    def add(self, t, row, rules, trap=""):
        """`row` is a list whose first value becomes the id, or a dictionary with `id`."""
        self.entries.append({"t": t, "row": row, "rules": rules, "trap": trap, "of": None})
        return self.entries[-1]

    def again(self, entry, minutes=40):
        """The same report sent once more."""
        self.entries.append(dict(entry, t=entry["t"] + dt.timedelta(minutes=minutes), row=entry["row"].copy(),
                of=entry))

    def finish(self, file, decisions):
        self.entries.sort(key=lambda e: e["t"])
        number = 0
        for record, e in enumerate(self.entries, 1):
            if e["of"] is None:
                number += 1
                e["id"] = f"{self.prefix}{number:04d}"
            else:
                e["id"] = e["of"]["id"]
            e["row"][0 if isinstance(e["row"], list) else "id"] = e["id"]
            decisions.add(file, record, e["id"], e["rules"], e["trap"])
        return [e["row"] for e in self.entries]


def apply(covered, contradicted, breach="apparent_breach"):
    """`covered` and `contradicted` are sets of truth values, `breach` one word or several."""
    if contradicted == SKIP: return SKIP
    words = {breach} if isinstance(breach, str) else set(breach)
    result = set()
    for c in covered:
        for x in contradicted:
            result |= (words if x else {"compliant"}) if c else {None}
    return result


# Files

def path(story, name): return os.path.join(HERE, story, name)


def table(story, name, columns, rows):
    with open(path(story, name), "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def feature(kind, coordinates, properties):
    return json.dumps({"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates},
                       "properties": properties})


def geometry(story, name, kind, coordinates, properties):
    with open(path(story, name), "w") as file:
        file.write(feature(kind, coordinates, properties) + "\n")


def collection(story, name, features):
    with open(path(story, name), "w") as file:
        file.write('{"type": "FeatureCollection", "features": [\n' + ",\n".join(features) + "\n]}\n")


def stamp(moment, hours, seconds=False):
    """A moment of UTC as the clock at an offset shows it, with the offset."""
    local = moment + dt.timedelta(hours=hours)
    text = local.strftime("%Y-%m-%dT%H:%M" + (":%S" if seconds else ""))
    return text + ("Z" if hours == 0 else f"{'-' if hours < 0 else '+'}{abs(hours):02d}:00")


def utc(*parts): return dt.datetime(*parts)


# 1 --------------------------------------------------------------------------------------------

def armistice_commission():
    story, rng = "armistice-commission", random.Random(19530727)
    coordinates = wander(rng, (-28.9, 43.6), (-26.6, 44.6), 10, 0.11)
    line = Line(coordinates)
    geometry(story, "line.geojson", "LineString", coordinates, {"name": "military demarcation line (made up)"})
    marked = {f"{n:04d}": coordinates[n * 16] for n in range(1, 64)}
    collection(story, "markers.geojson",
               [feature("Point", p, {"name": name}) for name, p in marked.items()])
    zero = utc(2026, 3, 16, 23)
    clock = lambda t: (t + dt.timedelta(hours=-1 if t < utc(2026, 3, 29, 1) else 0)).strftime("%Y-%m-%d %H:%M")
    decisions = Decisions()
    files = {"north": Log("N-"), "south": Log("S-")}
    military, civil = {"tank", "artillery", "personnel"}, {"civilian", "relief", "police"}

    def accuracy(k): return 50 if k < 480 else 10

    def report(file, event, t, k, offset, category, party, u, count="", serial="", visit="", permit="",
               origin=None, time=None, position=None, trap="", remarks="", refused=False, shift=0.0):
        text, p = dms(line.beside(k, offset, shift))
        s, acc = line.signed(p), accuracy(k)
        origin_text, so = "", None
        if origin is not None:
            origin_text, q = dms(line.beside(k, origin))
            so = line.signed(q)
        nearest = f"{max(1, min(63, round(k / 16))):04d}"
        row = [None, event, clock(t) if time is None else time, nearest, text if position is None else position, u,
               category, party, count, serial, visit, permit, origin_text, remarks]
        if refused:
            files[file].add(t, row, None, trap)
            return text
        inside_dmz = near(2000 - abs(s), u + acc + 1)
        bound = {"north": YES, "south": YES, "mac": NO, "": MAYBE}[party]
        own = {"north": s, "south": -s}.get(party, 0)
        across = near(-own, u + 50 + 1) if party in ("north", "south") else MAYBE
        if party in ("north", "south") and across == YES | NO: across = MAYBE
        known = time is None
        due = zero + dt.timedelta(hours=72)
        word = "exempt" if permit == "mac" else {"apparent_breach", "pending", None} if not known else \
            "pending" if t < due else "apparent_breach"
        rules = {}
        rules["withdraw"] = apply(bound if category in military else NO, inside_dmz, word)
        at_origin = MAYBE if so is None else near(2000 - abs(so), acc + 1)
        either = SKIP if SKIP in (inside_dmz, at_origin) else \
            YES if YES in (inside_dmz, at_origin) else NO if inside_dmz == at_origin == NO else MAYBE
        rules["hostile-act"] = apply(bound if category == "hostile-act" else NO, either)
        rules["crossing"] = apply(bound if category in military | civil else NO, across,
                                  "exempt" if permit == "mac" else "apparent_breach")
        for side in ("north", "south"):
            covers = YES if party == side else MAYBE if party == "" else NO
            rules["persons-" + side] = apply(covers if category in civil else NO, inside_dmz, "counted")
        rules["hazards"] = apply(bound if category == "hazard" else NO, inside_dmz, "pending")
        return files[file].add(t, row, rules, trap)

    def vertex():
        while True:
            k = rng.randrange(60, 960)
            if abs(k - 480) > 50: return k

    # Persons of civil administration and relief, as both sides list them.
    event = 0
    sizes = {("north", 5): [210, 190, 240, 175, 145], ("north", 9): [260, 245, 230, 215, 185],
             ("south", 11): [250, 240, 260, 240, 40]}
    for day in range(14):
        for party in ("north", "south"):
            own = 1 if party == "north" else -1
            groups = sizes.get((party, day), [rng.randrange(90, 310, 5) for _ in range(2)])
            for number, count in enumerate(groups, 1):
                event += 1
                name = f"EV-{event:03d}"
                serial = f"{party[0].upper()}{day:02d}-{number}"
                hour = 10 if day else 12
                t = zero + dt.timedelta(days=day, hours=hour, minutes=rng.randrange(0, 100))
                k = vertex()
                offset = own * rng.randrange(250, 1700)
                u = rng.choice([5, 10, 25])
                uncertain = (party, day, number) == ("south", 11, 5)
                if uncertain: offset, u = own * 1990, 100
                category = rng.choice(["relief", "civilian", "civilian", "police"])
                trap = f"cap {party} D+{day}" if (party, day) in sizes else ""
                for file in ("north", "south"):
                    report(file, name, t + dt.timedelta(minutes=rng.randrange(0, 9)), k, offset, category, party, u,
                           count, serial, f"{party[0].upper()}-D{day:02d}", trap=trap,
                           shift=rng.choice([-15, 0, 15]))
                # The same group seen once more on its way back, by the party itself.
                if (party, day) == ("north", 5) or rng.random() < 0.15:
                    report(party, name, t + dt.timedelta(hours=3), k, offset, category, party, u, count, serial,
                           f"{party[0].upper()}-D{day:02d}", trap=trap, remarks="return")

    # Withdrawal: the same thing seen by both sides; the first 72 hours are pending.
    for n in range(34):
        event += 1
        party = rng.choice(["north", "south"])
        own = 1 if party == "north" else -1
        t = zero + dt.timedelta(hours=rng.choice([rng.uniform(1, 70), rng.uniform(80, 330)]))
        k, u = vertex(), rng.choice([10, 25, 50])
        offset = own * rng.choice([rng.randrange(200, 1800), rng.randrange(2300, 6000), rng.randrange(1940, 2060)])
        permit = "mac" if n % 6 == 5 and t > zero + dt.timedelta(hours=72) else ""
        if n % 11 == 7: offset = -own * rng.randrange(150, 900)
        category = rng.choice(["tank", "artillery", "personnel", "personnel"])
        for file in ("north", "south"):
            report(file, f"EV-{event:03d}", t, k, offset, category, party, u, rng.randrange(1, 9), permit=permit,
                   shift=rng.choice([-10, 0, 10]))

    # Acts told by their effect, some with their origin.
    for n, (effect, origin) in enumerate([(900, 2600), (2900, 1200), (2600, 3100), (-1500, None), (-3000, None),
                                          (-2800, -1500), (3300, None), (-700, -800)]):
        event += 1
        t, k = zero + dt.timedelta(hours=90 + 26 * n), vertex()
        for file in ("north", "south"):
            report(file, f"EV-{event:03d}", t, k, effect, "hostile-act", "north" if effect > 0 else "south", 25,
                   origin=origin, trap="origin inside, effect outside" if n in (1, 5) else "")

    # Hazards, things that the text does not name, observers, and what nobody could attribute.
    for n in range(14):
        event += 1
        t, k = zero + dt.timedelta(hours=30 + 21 * n), vertex()
        kind = ("hazard", "weather-balloon", "personnel", "tank")[n % 4]
        party = rng.choice(["north", "south"])
        if kind == "personnel": party = "mac"
        if kind == "tank": party = ""
        offset = rng.choice([-1, 1]) * rng.randrange(300, 1700)
        for file in ("north", "south") if n % 3 else (("north", "south")[n % 2],):
            report(file, f"EV-{event:03d}", t, k, offset, kind, party, 25)

    # A clock time that does not exist, and records that cannot be read.
    report("south", "EV-901", utc(2026, 3, 29, 1), 200, -800, "tank", "south", 10, 1, time="2026-03-29 00:30",
           trap="skipped hour", remarks="time as logged")
    north = report("north", "EV-902", utc(2026, 3, 24, 13), 700, 900, "relief", "north", 10, 80, "N07-9", "N-D07",
                   position="", refused=True)
    files["north"].entries[-1]["row"][4] = "9" + north[1:]
    south = report("south", "EV-903", utc(2026, 3, 22, 13), 300, -900, "police", "south", 10, 12, "S05-9", "S-D05",
                   position="see sketch", refused=True)
    with open(path(story, "corrections.sed"), "w") as file:
        file.write("# What the secretaries of both sides agreed on about two records that could not be read.\n"
                   f"/,EV-902,/s/9{north[1:3]}/{north[:3]}/\n/,EV-903,/s/see sketch/{south}/\n")
    files["north"].again(files["north"].entries[3])
    columns = ["id", "event", "time", "marker", "position", "uncertainty_m", "category", "party", "count", "serial",
               "visit", "permit", "origin_position", "remarks"]
    for name, log in files.items(): table(story, name + ".csv", columns, log.finish(name + ".csv", decisions))
    decisions.write(story)


# 2 --------------------------------------------------------------------------------------------

def neutral_inspection():
    story, rng = "neutral-inspection", random.Random(1953081)
    zone = 41
    middle = wander(rng, (62.2, -31.3), (63.5, -30.9), 10, 0.10)
    line = Line(middle)
    geometry(story, "line.geojson", "LineString", middle, {"name": "demarcation line down the estuary (made up)"})
    # The water: two banks that wander on both sides of the middle, between vertices 200 and 800.
    banks = []
    for sign, wave in ((1, 0.7), (-1, 2.1)):
        bank = []
        for k in range(200, 801, 6):
            width = 2600 + 700 * math.sin(k / 60 + wave) + rng.gauss(0, 60)
            mx, my = metres(middle[k][1])
            bank.append([round(middle[k][0] - 0.29 * sign * width / mx, 6),
                         round(middle[k][1] + 0.957 * sign * width / my, 6)])
        banks.append(bank)
    ring = banks[0] + banks[1][::-1]
    water = Area(ring + [ring[0]])
    geometry(story, "estuary.geojson", "Polygon", [water.ring], {"name": "estuary (made up)"})
    ports = {}
    for name, k, offset in (("port-n1", 120, 9000), ("port-n2", 700, 8000), ("port-s1", 330, -9500),
            ("port-s2", 860, -7000)):
        ports[name] = Area(blob(rng, line.beside(k, offset), 1100, 28))
    for name, a in ports.items(): geometry(story, name + ".geojson", "Polygon", [a.ring], {"name": name})
    zero = utc(2026, 9, 24, 0) - dt.timedelta(hours=5)
    decisions, log = Decisions(), Log("T")
    reinforcement = {"personnel-rotation", "armoured-vehicle", "weapon", "ammunition"}
    shipping = {"merchant", "fishing-boat", "ferry"}
    naval = {"patrol-boat"}

    def cell(area, corners):
        """Whether a cell is in an area."""
        depths = [area.depth(c) for c in corners]
        half = distance(corners[0], corners[2]) / 2
        if depths[4] > half + 1: return YES
        if depths[4] < -half - 1: return NO
        if min(depths) < -3 and max(depths) > 3: return MAYBE
        return SKIP

    def report(t, team, p, category, party, activity="", digits=3, trap="", text=None, refused=False, offset=5):
        written, corners = mgrs(p, zone, digits, gaps=rng.random() < 0.7)
        row = [None, team, stamp(t, offset), written if text is None else text, category, party, activity,
               rng.choice(["seen", "seen", "ship's papers", "radar"])]
        if refused: return log.add(t, row, None, trap)
        local = t + dt.timedelta(hours=5)
        in_port = [cell(a, corners) for a in ports.values()]
        in_water = cell(water, corners)
        s = line.signed(corners[4])
        slack = distance(corners[0], corners[2]) / 2 + 31
        bound = {"north": YES, "south": YES, "nnsc": NO, "": MAYBE}[party]
        rules = {}
        outside = SKIP if SKIP in in_port else NO if YES in in_port else MAYBE if MAYBE in in_port else YES
        word = "suspended" if party == "south" and t >= zero + dt.timedelta(days=9) else "apparent_breach"
        rules["ports"] = apply(bound if category in reinforcement else NO, outside, word)
        rescue = "exempt" if activity == "rescue" else "apparent_breach"
        rules["civil-only"] = apply(NO if category in shipping | {"mine"} else bound, in_water, rescue)
        hour = local.hour + local.minute / 60
        april_to_september = 4 <= local.month <= 9
        day = 7 <= hour < 19 if april_to_september else 8 <= hour < 18
        name = "night-summer" if april_to_september else "night-winter"
        rules[name] = apply(bound if category in shipping and not day else NO, in_water, rescue)
        own = {"north": s, "south": -s}.get(party, 0)
        across = near(-own, slack) if party in ("north", "south") else MAYBE
        rules["own-side"] = apply(bound if category in naval | {"armoured-vehicle"} else NO, across)
        rules["mines"] = apply(bound if category == "mine" else NO, in_water, "pending")
        return log.add(t, row, rules, trap)

    def moment(day=None, hour=None):
        d = rng.randrange(0, 14) if day is None else day
        h = rng.uniform(6, 20) if hour is None else hour
        return zero + dt.timedelta(days=d, hours=h)

    def minute(t): return t.replace(second=0, microsecond=0)

    def on_water(sign):
        k = rng.randrange(230, 770)
        return line.beside(k, sign * rng.randrange(200, 1500))

    # What goes in and out of the ports of entry, and what came elsewhere.
    names = list(ports)
    for n in range(64):
        port = names[n % 4]
        party = "north" if "-n" in port else "south"
        centre = [sum(v[j] for v in ports[port].ring[:-1]) / 28 for j in (0, 1)]
        mx, my = metres(centre[1])
        if n % 8 == 5:
            k = rng.choice([60, 150, 400, 560, 900])
            p = line.beside(k, (1 if party == "north" else -1) * rng.randrange(4500, 6500))
        else:
            p = [centre[0] + rng.uniform(-450, 450) / mx, centre[1] + rng.uniform(-450, 450) / my]
        report(minute(moment()), port[-2:].upper() + " team", p, rng.choice(sorted(reinforcement)), party,
               offset=rng.choice([5, 5, 0]))
    for n in range(9):
        party = ("south", "south", "north")[n % 3]
        p = line.beside(rng.randrange(120, 900), (1 if party == "north" else -1) * rng.randrange(4500, 6500))
        report(minute(moment(day=9 + n // 2)), "Coast post", p, rng.choice(["weapon", "ammunition"]), party)
    # On the edge of a port: the cell of 100 m lies on both sides of its border.
    for n in range(10):
        port = names[n % 4]
        party = "north" if "-n" in port else "south"
        ring = ports[port].ring
        j = 3 + 5 * (n // 2)
        p = [(ring[j][i] + ring[j + 1][i]) / 2 for i in (0, 1)]
        report(minute(moment(day=rng.randrange(0, 9))), port[-2:].upper() + " team", p, "ammunition", party,
               trap="cell on the edge of a port")

    # Civil ships on the water, by day and by night; the hours change on 1 October.
    for n in range(70):
        sign = rng.choice([1, -1])
        report(minute(moment()), f"Boat {n % 3 + 1}", on_water(sign), rng.choice(sorted(shipping)),
               "north" if sign > 0 else "south", digits=rng.choice([3, 4]), offset=rng.choice([5, 5, 0]),
               activity="rescue" if n % 17 == 4 else "")
    for day in (5, 6, 7, 8):
        for hour, trap in ((7.5, "07:30"), (18.5, "18:30"), (23.9, ""), (0.3, "past midnight")):
            report(minute(moment(day, hour)), "Boat 1", on_water(1), "ferry", "north", digits=4,
                   trap=f"{trap} on D+{day}" if trap else "", offset=0)

    # Others on the water: reserved for civil shipping.
    for n in range(26):
        sign = rng.choice([1, -1])
        kind = ("patrol-boat", "mine", "raft", "mine", "armoured-vehicle")[n % 5]
        where = on_water(sign) if n % 4 else line.beside(rng.randrange(240, 760), sign * rng.randrange(5000, 7000))
        party = ("north" if sign > 0 else "south") if n % 6 else ("south" if sign > 0 else "north")
        report(minute(moment()), f"Boat {n % 3 + 1}", where, kind, party if n % 9 else "",
               digits=rng.choice([3, 4]), activity="rescue" if n % 7 == 3 else "")
    # Civil craft away from the water, which no rule asks about, and the commission's own.
    for n in range(16):
        p = line.beside(rng.randrange(240, 760), rng.choice([1, -1]) * rng.randrange(4200, 7000))
        report(minute(moment()), "Coast post", p, "merchant" if n % 2 else "truck", rng.choice(["north", "south"]))
    for n, port in enumerate(names * 2):
        if n == 6: continue
        centre = [sum(v[j] for v in ports[port].ring[:-1]) / 28 for j in (0, 1)]
        report(minute(moment(2 + 7 * (n // 4) + n % 4 // 2, 9 + n % 4)), port[-2:].upper() + " team", centre,
                "inspection", "nnsc",
               digits=4)
    for n in range(4):
        report(minute(moment()), "Boat 2", on_water(1 if n % 2 else -1), "survey-boat", "nnsc", digits=4)
    # Records that cannot be read.
    p = on_water(1)
    good = mgrs(p, zone, 3)[0]
    for n, text in enumerate([good[:-1], good.replace("41", "42", 1), "off port S1"]):
        report(minute(moment(3 + 3 * n, 11)), "Boat 3", p, "ferry", "north", text=text, refused=True)
    log.again(log.entries[10])
    log.again(log.entries[90], 600)
    table(story, "reports.csv", ["id", "team", "time", "mgrs", "category", "party", "activity", "means"],
          log.finish("reports.csv", decisions))
    decisions.write(story)


# 3 --------------------------------------------------------------------------------------------

def supervisory_board():
    story, rng = "supervisory-board", random.Random(687)
    coordinates = wander(rng, (-16.2, -25.4), (-14.6, -24.6), 9, 0.10)
    line = Line(coordinates)
    geometry(story, "line.geojson", "LineString", coordinates, {"name": "boundary (made up)"})
    water = Area(blob(rng, line.beside(500, 0), 3500, 40))
    geometry(story, "waterway.geojson", "Polygon", [water.ring], {"name": "waterway (made up)"})
    zero = utc(2026, 4, 24, 0)
    decisions = Decisions()
    logs = {"alpha": Log("A"), "bravo": Log("B")}
    ground, weapons = {"ground.truck", "ground.tank", "ground.police", "ground.troops"}, {"gun", "mortar"}
    air, vessels = {"jet", "helicopter"}, {"patrol-boat"}

    def report(file, t, where, category, party, kind, u=0, count=None, serial=None, trap="", uncertainty=True,
            text=None,
               refused=False, note=None):
        """`where` is a place, or the vertices of a track."""
        track = isinstance(where[0], list)
        places = where if track else [where]
        properties = {"id": None, "class": kind, "category": category, "party": party,
                      "time": stamp(t, 1 if file == "alpha" else 0, seconds=file == "bravo"), "received_from": file}
        if u and uncertainty: properties["uncertainty_m"] = u
        if count is not None: properties["count"] = count
        if serial is not None: properties["serial"] = serial
        if note: properties["note"] = note
        if not party: del properties["party"]
        row = {"id": None, "p": properties, "kind": "LineString" if track else "Point",
               "c": [[round(v, 7) for v in p] for p in places] if track else [round(v, 7) for v in where]}
        if text: row["c"] = text
        if refused: return logs[file].add(t, row, None, trap)
        if track:   # places along it, dense enough
            dense = []
            for a, b in zip(row["c"], row["c"][1:]):
                dense += [[a[0] + (b[0] - a[0]) * f / 20, a[1] + (b[1] - a[1]) * f / 20] for f in range(20)]
            places = dense + [row["c"][-1]]
        else:
            places = [row["c"]]
        signed = [line.signed(p) for p in places]

        def depth(s): return 10000 - s if s >= 0 else 5000 + s

        def in_dmz(s):
            """Of a place within u, the widths of 10 km and 5 km both counted."""
            lo, hi = s - u, s + u
            values = {depth(v) >= 0 for v in (lo, hi, s)}
            if any(abs(depth(v)) < 3 for v in (lo, hi)): return SKIP
            return values
        if track:
            zone = YES if any(depth(s) > 3 for s in signed) else SKIP
            wet = YES if any(water.depth(p) > 3 for p in places) else NO if all(water.depth(p) < -3 for p in places) else SKIP
        else:
            zone, wet = in_dmz(signed[0]), near(water.depth(places[0]), u) if u else \
                ({water.depth(places[0]) >= 0} if abs(water.depth(places[0])) > 3 else SKIP)
        either = SKIP if SKIP in (zone, wet) else YES if YES in (zone, wet) else NO if zone == wet == NO else MAYBE
        bound = {"alpha": YES, "bravo": YES, "board": NO, "": MAYBE}[party]
        rules = {}
        rules["ground"] = apply(bound if category in ground else NO, either,
                                "exempt" if category == "ground.police" else "apparent_breach")
        rules["weapons"] = apply(bound if category in weapons else NO, either)
        suspended = utc(2026, 5, 2) <= t < utc(2026, 5, 5) and party == "bravo"
        rules["air"] = apply(bound if category in air else NO, either,
                "suspended" if suspended else "apparent_breach")
        rules["maritime"] = apply(bound if category in vessels else NO, wet)
        own = {"alpha": 1, "bravo": -1}.get(party)
        if own is None:
            across, short = MAYBE, MAYBE
        else:
            worst = min(own * s for s in signed)
            across = {worst < 0} if track or not u else near(-worst, u)
            if not u and abs(worst) < 0.005: across = NO
            short = near(1000 - worst, u) if u else {worst < 1000}
        rules["side"] = apply(bound if category in ground | weapons | air else NO, across)
        rules["distance"] = apply(bound if category == "post" else NO, short,
                                  "pending" if t < zero + dt.timedelta(days=5) else "apparent_breach")
        for side in ("alpha", "bravo"):
            covers = YES if party == side else MAYBE if party == "" else NO
            rules["posts-" + side] = apply(covers if category == "post" else NO, zone, "counted")
        return logs[file].add(t, row, rules, trap)

    def moment(): return zero + dt.timedelta(minutes=rng.randrange(0, 14 * 1440 - 60))
    def vertex(): return rng.randrange(40, 470)

    kinds = ["incident", "incident", "complaint", "observation"]
    # Places of all kinds, on both sides, most of them told by the party that saw them.
    for n in range(110):
        party = rng.choice(["alpha", "bravo"])
        own = 1 if party == "alpha" else -1
        category = rng.choice(sorted(ground) + ["gun", "mortar", "jet", "helicopter", "helicopter"])
        offset = own * rng.choice([rng.randrange(200, 4800), rng.randrange(5200, 9800),
                rng.randrange(10300, 16000)])
        if n % 13 == 6: offset = -own * rng.randrange(150, 3000)
        u = rng.choice([0, 5, 10, 25, 100])
        file = rng.choice(["alpha", "bravo"])
        kind = rng.choice(kinds)
        t, k = moment(), vertex()
        report(file, t, line.beside(k, offset), category, party, kind, u)
        if n % 4 == 0:  # the other side lodges it too
            other = "bravo" if file == "alpha" else "alpha"
            report(other, t + dt.timedelta(minutes=rng.randrange(1, 30)), line.beside(k, offset, 12), category,
                    party,
                   "complaint" if other != party else "incident", u)
    # Widths are 10 km on the side of Alpha and 5 km on that of Bravo.
    for n, (s, party) in enumerate([(7000, "alpha"), (-7000, "bravo"), (7200, "bravo"), (-5200, "bravo"),
            (9990, "alpha"),
                                    (-4990, "bravo"), (-9000, "bravo"), (9400, "alpha"), (-6100, "bravo"),
                                    (-4900, "bravo")]):
        u = 25 if abs(s) in (9990, 4990) else 5
        place = at_distance(line, 60 + 37 * n, s)
        for file in ("alpha", "bravo"):
            report(file, moment(), place, "gun", party, "complaint" if file != party else "incident", u,
                   trap="unequal widths")
    # A road that weaves across the line: patrols of police, whose first and last place is on their own side.
    for n in range(12):
        party = "alpha" if n % 2 else "bravo"
        own = 1 if party == "alpha" else -1
        k = 40 + 34 * n
        weave = [line.beside(k + 2 * j, own * (420 if n % 3 == 2 or j in (0, 1, 6, 7) else -160 if j in (3,
                4) else 250))
                 for j in range(8)]
        weave = [[round(v, 7) for v in p] for p in weave]
        if own * line.signed(weave[0]) < 50 or own * line.signed(weave[-1]) < 50: continue
        report(rng.choice(["alpha", "bravo"]), moment(), weave, "ground.police", party, "incident",
                trap="track over the line")
    # On the line itself, to the last digit.
    for n in range(6):
        party = ("alpha", "bravo")[n % 2]
        report(party, moment(), coordinates[90 + 60 * n], "ground.police", party, "incident", trap="on the line")
    # Posts, with their numbers; air in the days of the suspension; boats.
    for n in range(44):
        party = ("alpha", "bravo")[n % 2]
        own = 1 if party == "alpha" else -1
        offset = own * (rng.randrange(300, 900) if n % 4 < 2 else rng.randrange(1300, 4200))
        report(rng.choice(["alpha", "bravo"]), moment(), line.beside(vertex(), offset), "post", party,
                "observation", 10,
               serial=f"{party[0].upper()}P-{n // 2 % (11 - 5 * (n % 2)) + 1}")
    for n in range(10):
        report("alpha", utc(2026, 5, 2, 3) + dt.timedelta(hours=7 * n), line.beside(vertex(), -2500), "helicopter",
                "bravo", "complaint", 50)
    for n in range(12):
        party = ("alpha", "bravo")[n % 2]
        p = line.beside(500, (1 if n % 2 == 0 else -1) * rng.choice([700, 1500, 6500]))
        report(rng.choice(["alpha", "bravo"]), moment(), p, "patrol-boat", party,
                rng.choice(["incident", "complaint"]), 15)
    # What nobody could attribute, what the text does not name, the board's own.
    for n in range(12):
        offset = rng.choice([2500, -2500, 13000])
        if n % 3 == 0: report("alpha", moment(), line.beside(vertex(), offset), "ground.truck", "", "observation",
                25)
        if n % 3 == 1: report("bravo", moment(), line.beside(vertex(), offset), "herders", "bravo", "observation",
                50)
        if n % 3 == 2: report("bravo", moment(), line.beside(vertex(), offset), "ground.truck", "board",
                "observation", 10)
    # Records that cannot be read.
    report("alpha", moment(), [0, 0], "gun", "bravo", "complaint", text=[-15.2, -95.1], refused=True)
    report("bravo", moment(), [0, 0], "jet", "alpha", "complaint", text=["-15.2", "-25.0"], refused=True)
    for name, log in logs.items():
        log.again(log.entries[2])
        rows = log.finish(name + ".geojson", decisions)
        for r in rows: r["p"] = {**r["p"], "id": r["id"]}
        collection(story, name + ".geojson", [feature(r["kind"], r["c"], r["p"]) for r in rows])
    decisions.write(story)


# 4 --------------------------------------------------------------------------------------------

def monitoring_mission():
    story, rng = "monitoring-mission", random.Random(20150212)
    now = wander(rng, (-151.6, -45.6), (-148.2, -44.4), 10, 0.09)
    now = now[:1] + now[40:-40] + now[-1:]      # long edges at the open ends
    last = len(now) - 1
    def earlier(k):
        bump = 4200 * math.sin(math.pi * (k - 250) / 500) if 250 < k < 750 else 0
        mx, my = metres(now[k][1])
        n = -bump + (rng.gauss(0, 12) if 0 < k < last else 0)
        return [round(now[k][0] - 0.33 * n / mx, 6), round(now[k][1] + 0.944 * n / my, 6)]
    then = [earlier(k) for k in range(last + 1)]
    lines = {"north": Line(now), "south": Line(then)}
    geometry(story, "line.geojson", "LineString", now, {"name": "line of contact, de facto (made up)"})
    geometry(story, "line-of-september.geojson", "LineString", then,
            {"name": "line of contact of 19 September (made up)"})
    zero = utc(2026, 9, 20, 10)     # 00:00 on the clock of Tahiti
    day = lambda n, h=0.0: zero + dt.timedelta(days=n, hours=h)
    decisions, log = Decisions(), Log("W-")
    sites = {"hwha-n": ([round(v, 5) for v in lines["north"].beside(391, 31000)], "north"),
             "pss-s": ([round(v, 5) for v in lines["south"].beside(521, -38000)], "south")}
    guns, mlrs, rockets = {"howitzer", "gun", "artillery"}, {"grad"}, {"uragan", "tornado-s"}

    def report(t, p, category, party, u, calibre="", count=1, serial="", visit="", activity="", means="", trap="",
            remarks="",
               clock=None, refused=False, lat=None):
        p = [round(v, 5) for v in p]
        local = (t - dt.timedelta(hours=10)).strftime("%Y-%m-%d %H:%M")
        row = [None, local if clock is None else clock, p[1] if lat is None else lat, p[0], u, category, calibre,
                count, party, serial,
               visit, activity, means or rng.choice(["UAV", "UAV", "patrol", "imagery"]), remarks]
        if refused: return log.add(t, row, None, trap)
        rules = {}
        for side in ("north", "south"):
            line = lines[side]
            covers = YES if party == side else NO if party in lines or party == "mission" else MAYBE
            d, k, f = line.nearest(p)
            s = line.signed(p) * (1 if side == "north" else -1)
            accuracy = 100 if side == "south" else 50

            def short(km):
                v = near(s - 1000 * km, u + accuracy)
                return v if v == SKIP else {not x for x in v}
            due = t < day(16)
            for name, words, km in (("artillery", guns, 25), ("mlrs", mlrs, 35), ("rockets", rockets, 70)):
                c = covers if category in words else NO
                if name == "artillery" and category in guns:
                    if calibre == "": c = covers | {False} if covers != NO else NO
                    elif int(calibre.split()[0]) < 100: c = NO
                word = "exempt" if activity == "to storage" else "pending" if due else \
                    "suspended" if side == "south" and name == "mlrs" and t >= day(19) else "apparent_breach"
                rules[f"{side[0]}-{name}"] = apply(c, short(km), word)
            rules[f"{side[0]}-tanks"] = apply(covers if category == "tank" else NO, short(15),
                                            "exempt" if activity == "to storage" else "apparent_breach")
            if k in (0, last - 1) and f in (0, 1) and any(v not in ({None},
                    SKIP) for v in rules.values()): rules["end"] = SKIP
        return log.add(t, row, rules, trap)

    def moment(): return day(9) + dt.timedelta(minutes=rng.randrange(300, 14 * 1440 - 60))
    def place(side, s, low=300, high=724): return lines[side].beside(rng.randrange(low, high),
            s if side == "north" else -s)

    kinds = [("howitzer", "122 mm"), ("howitzer", "152 mm"), ("gun", "100 mm"), ("gun", "85 mm"), ("artillery", ""),
            ("grad", "122 mm"),
             ("uragan", "220 mm"), ("tornado-s", "300 mm"), ("tank", "125 mm")]
    limit = {"howitzer": 25, "gun": 25, "artillery": 25, "grad": 35, "uragan": 70, "tornado-s": 70, "tank": 15}
    for n in range(136):
        kind, calibre = rng.choice(kinds)
        party = rng.choice(["north", "south"])
        s = rng.choice([rng.uniform(0.1, 0.95), rng.uniform(1.05, 1.3), rng.uniform(1.05, 1.3),
                rng.uniform(0.5, 0.95)]) * limit[kind] * 1000
        report(moment(), place(party, s), kind, party, rng.choice([10, 25, 50, 100, 300]), calibre,
                rng.choice([1, 1, 1, 2, 3]),
               activity="to storage" if n % 15 == 8 else "")
    # Near a limit, within what the report leaves open.
    for n in range(10):
        kind, calibre = kinds[n % 3]
        party = ("north", "south")[n % 2]
        report(moment(), at_distance(lines[party], 320 + 40 * n,
                (25000 + rng.randrange(-150, 150)) * (1 if party == "north" else -1)),
               kind, party, 300, calibre)
    # Across the line: 4 km into the other side, outside the 25 km on its own.
    for n in range(8):
        party = ("north", "south")[n % 2]
        p = place(party, -rng.randrange(3000, 12000))
        report(day(17 + n * 0.7), p, "howitzer", party, 25, "122 mm", trap="across the line")
    # South measures from the line of September: 24 km from the line as it is now may be 28 km from that.
    for n, k in enumerate((420, 470, 500, 530, 580, 610)):
        if n % 2 == 0:   # far enough from its own line, too near the other
            p = at_distance(lines["south"], k, -25400)
        else:            # near its own line's limit from the other side
            p = at_distance(lines["south"], k, -24500)
        report(day(17.5 + n * 0.8), p, "howitzer", "south", 25, "152 mm", trap="which line")
        p = at_distance(lines["north"], k, 24200 if n % 2 else 25600)
        report(day(17.5 + n * 0.8), p, "howitzer", "north", 25, "152 mm", trap="which line")
    for n in range(7):
        report(day(19.2 + n * 0.5), place("south", rng.randrange(9000, 33000)), "grad", "south", 50, "122 mm")
    # Visits to the two sites.
    inventory = {"hwha-n": [f"H-{n}" for n in range(101, 109)], "pss-s": [f"G-{n}" for n in range(301, 307)]}
    for visit, (site, when, gone) in enumerate([("hwha-n", 10.4, []), ("pss-s", 11.4, []),
            ("hwha-n", 17.4, ["H-107"]),
                                               ("pss-s", 18.4, []), ("hwha-n", 22.4, ["H-103", "H-107"])], 1):
        centre, party = sites[site]
        mx, my = metres(centre[1])
        report(day(when), centre, "inspection", "mission", 10, visit=f"V{visit}", means="patrol", remarks=site)
        for serial in inventory[site]:
            if serial in gone: continue
            p = [centre[0] + rng.uniform(-400, 400) / mx, centre[1] + rng.uniform(-400, 400) / my]
            kind = ("howitzer", "152 mm") if site == "hwha-n" else ("grad", "122 mm")
            report(day(when) + dt.timedelta(minutes=rng.randrange(1, 40)), p, kind[0], party, 10, kind[1],
                    serial=serial,
                   visit=f"V{visit}", means="patrol")
    report(day(18.2), place("north", 11000), "howitzer", "north", 10, "152 mm", serial="H-107", means="UAV",
            trap="from storage")
    # The mission's own, what the text does not name, and what nobody could attribute.
    for n in range(14):
        p = place(("north", "south")[n % 2], rng.randrange(2000, 24000))
        if n % 3 == 0: report(moment(), p, "patrol", "mission", 10)
        if n % 3 == 1: report(moment(), p, "truck", ("north", "south")[n % 2], 25)
        if n % 3 == 2: report(moment(), p, "howitzer", "", 25, "122 mm")
    entries = log.entries
    log.again(entries[4]); log.again(entries[40], 70)
    mended = []
    for n, (side, kind, calibre) in enumerate((("north", "tank", "125 mm"), ("south", "grad", "122 mm"))):
        p = [round(v, 5) for v in place(side, 9000)]
        wrong = (round(p[1] - 90, 5), "")[n]
        t = day(13.3 + 7 * n)
        local = (t - dt.timedelta(hours=10)).strftime("%Y-%m-%d %H:%M")
        report(t, p, kind, side, 25, calibre, lat=wrong, refused=True)
        mended.append(f"s/{local},{wrong},{p[0]},/{local},{p[1]},{p[0]},/\n")
    with open(path(story, "corrections.sed"), "w") as file:
        file.write("# What the patrols gave again for two records without a latitude that can be used.\n" + "".join(mended))
    table(story, "reports.csv", ["id", "time", "lat", "lon", "uncertainty_m", "category", "calibre", "count",
            "party", "serial", "visit",
                                 "activity", "means", "remarks"], log.finish("reports.csv", decisions))
    decisions.write(story)


# 5 --------------------------------------------------------------------------------------------

def sea_corridor():
    story, rng = "sea-corridor", random.Random(20220722)
    route = wander(rng, (70.2, -36.9), (73.6, -35.2), 10, 0.03)
    line = Line(route)
    geometry(story, "line.geojson", "LineString", route, {"name": "centre of the corridor, inbound (made up)"})
    last = len(route) - 1
    coast = Area(blob(rng, [route[last][0] + 0.02, route[last][1] + 0.01], 9000, 60))
    geometry(story, "coast.geojson", "Polygon", [coast.ring], {"name": "coast (made up)"})
    south = Area(blob(rng, route[0], 14000, 24))
    side = Area(blob(rng, line.beside(420, 16500), 7000, 24))
    geometry(story, "waiting-south.geojson", "Polygon", [south.ring], {"name": "southern waiting area (made up)"})
    geometry(story, "inspection.geojson", "Polygon", [side.ring], {"name": "inspection area (made up)"})
    zero = utc(2026, 8, 3, 0)
    decisions, log = Decisions(), Log("")
    merchant, military = {"bulk-carrier", "cargo"}, {"warship", "uav", "military-aircraft"}
    names = [f"MADE-UP {w}" for w in ("ALDER", "BEECH", "CEDAR", "DAPHNE", "ELDER", "FIR", "GORSE", "HAZEL", "IVY",
            "JUNIPER", "LARCH",
                                      "MAPLE", "OAK", "PINE", "ROWAN", "SPRUCE", "TEAK", "WILLOW", "YEW",
                                      "ZELKOVA")]

    def report(t, p, ship, category, party, direction="", notice="", activity="", accuracy=1, trap="",
            refused=False, sog=None):
        p = [round(v, 5) for v in p]
        mmsi = 900000000 + (names.index(ship) + 1 if ship in names else 500 + sum(map(ord, ship)) % 400)
        row = [mmsi, t.strftime("%Y-%m-%dT%H:%M:%S"), f"{p[1]:.5f}", f"{p[0]:.5f}",
               sog if sog is not None else (0.1 if activity in ("stopped",
               "ship-to-ship") else round(rng.uniform(7, 13), 1)),
               ship, category, party, direction, notice, activity, accuracy]
        if refused:
            entry = log.add(t, row, None, trap)
            entry["mmsi"] = mmsi
            return entry
        s, k = line.signed(p), line.nearest(p)[1]
        u = 10 if accuracy == 1 else None

        def zone(depth): return MAYBE if u is None else near(depth, u)

        def both(a, b, f):
            if SKIP in (a, b): return SKIP
            return {f(x, y) for x in a for y in b}
        sea = zone(12 * NM - (-coast.depth(p) if coast.depth(p) < 0 else 0))
        if u is not None and abs(s) < u + 1: return None       # too near to the centre to tell the lanes apart
        wide = zone(3 * NM - abs(s))
        lane_left = wide if u is None else (wide if s > 0 else NO)
        lane_right = wide if u is None else (wide if s < 0 else NO)
        corridor = both(wide, sea, lambda a, b: a and not b)
        inbound = both(lane_right, sea, lambda a, b: a and not b)
        outbound = both(lane_left, sea, lambda a, b: a and not b)
        waiting, check = zone(south.depth(p)), zone(side.depth(p))
        if u is None: corridor = inbound = outbound = waiting = check = sea = MAYBE
        bound = {"shipping": YES, "coast": YES, "other": YES, "centre": NO}[party]
        none = lambda *zones: SKIP if SKIP in zones else NO if YES in zones else MAYBE if MAYBE in zones else YES
        rules = {}
        word = "suspended" if party == "coast" and t >= zero + dt.timedelta(days=9) else "apparent_breach"
        rules["no-military"] = apply(bound if category in military else NO, corridor,
                "exempt" if activity == "rescue" else word)
        where = {"inbound": inbound, "outbound": outbound}
        for way in ("inbound", "outbound"):
            c = NO if category not in merchant else bound
            if c != NO and direction == "": c = c | {False}
            elif c != NO and direction != way: c = NO
            rules[way] = apply(c, none(where[way], waiting, check, sea))
        if category in merchant and t >= zero + dt.timedelta(days=2):
            hours = None if notice == "" else float(notice.split()[0])
            words = {"exempt", "apparent_breach"} if hours is None else "exempt" if hours >= 44 else "apparent_breach"
            rules["notice"] = apply(bound, corridor, words)
        c = bound if category in merchant else NO
        x = corridor if activity in ("stopped", "ship-to-ship") else (both(corridor, MAYBE, lambda a,
                b: a and b) if activity == "" else NO)
        rules["no-stop"] = apply(c, x) if activity != "" else apply(c | {False} if c != NO else NO, corridor)
        if activity not in ("", "stopped", "ship-to-ship"): rules["no-stop"] = {None}
        rules["beacon"] = apply(bound if category == "cargo-without-beacon" else NO, corridor,
                                "pending" if t < zero + dt.timedelta(days=7) else "apparent_breach")
        rules["waiting"] = apply(bound if category in merchant else NO, waiting, "counted")
        entry = log.add(t, row, rules, trap)
        entry["mmsi"] = mmsi
        return entry

    def at(day, hour=0.0): return zero + dt.timedelta(seconds=int(day * 86400 + hour * 3600))

    # Voyages: from the waiting area inbound on the right, back on the left, a position every few hours.
    for n, ship in enumerate(names):
        start = 0.2 + n * 0.6
        notice = rng.choice(["44 h", "48 h", "72 h", "50 h"]) if n % 6 else ("40 h" if n % 12 else "")
        kind = ("bulk-carrier", "cargo")[n % 2]
        for j in range(10):
            t = at(start, j * 3.1) + dt.timedelta(seconds=rng.randrange(3000))
            if t >= at(14): break
            k = 12 + int(j * 108) + rng.randrange(20)
            offset = -rng.randrange(800, 5200)
            if n == 7 and j in (4, 5): offset = -rng.randrange(6200, 9000)      # left the corridor
            if n == 11 and j == 6: offset = rng.randrange(900, 3000)            # in the other lane
            activity = "under way"
            if (n, j) in ((3, 5), (9, 4), (15, 3)): activity = "stopped"
            if (n, j) == (5, 7): activity = "ship-to-ship"
            report(t, line.beside(min(k, last - 2), offset), ship, kind, "shipping", "inbound", notice, activity,
                   accuracy=0 if rng.random() < 0.05 else 1)
        if n < 10:
            for j in range(4):
                t = at(start + 3.5, j * 7.3) + dt.timedelta(seconds=rng.randrange(3000))
                if t >= at(14): break
                report(t, line.beside(850 - int(j * 250), rng.randrange(800, 5000)), ship, kind, "shipping",
                        "outbound", notice, "under way")
    # In the waiting and the inspection area; a ship sends its position many times.
    for n in range(24):
        ship = names[n % 8]
        p = line.beside(2, rng.randrange(-6000, 6000), rng.randrange(-9000, -1500))
        report(at(6, n * 0.9), p, ship, ("bulk-carrier", "cargo")[(n % 8) % 2], "shipping", "inbound", "48 h",
                "waiting", sog=0.2,
               trap="one ship, many positions")
    for n in range(6):
        report(at(2 + n * 1.7), line.beside(420, 16500 + rng.randrange(-3000, 3000)), names[n],
                ("bulk-carrier", "cargo")[n % 2], "shipping",
               "inbound", "48 h", "inspection")
    # Six miles in total, not to each side: four miles from the centre is outside.
    for n in range(10):
        miles = (2.9, 4.0, 3.1, 4.5, 5.5)[n % 5]
        k = 150 + 60 * n
        report(at(3 + n, 5), at_distance(line, k, miles * NM * (1 if n % 2 else -1)), "GREY " + "ABC"[n % 3],
                "warship", "other", activity="passage",
               trap="total width")
    # Military vessels and aircraft on the corridor, also in the territorial sea, which is not part of it.
    for n in range(22):
        party = ("coast", "other")[n % 2]
        kind = ("warship", "uav", "military-aircraft")[n % 3]
        k = rng.randrange(945, 1010) if n % 4 == 3 else rng.randrange(100, 760)
        report(at(0.5 + n * 0.61), line.beside(k, rng.choice([1, -1]) * rng.randrange(300, 5000)),
                "GREY " + "ABC"[n % 3], kind, party,
               activity="rescue" if n % 9 == 4 else "passage", trap="territorial sea" if n % 4 == 3 else "")
    # Beacons, asked for from the seventh day on; fishing boats, which no rule asks about; the centre's own launch.
    for n in range(10):
        report(at(1.3 + n * 1.2), line.beside(rng.randrange(200, 700), rng.randrange(500, 4000)), names[10 + n],
                "cargo-without-beacon", "shipping",
               "outbound", "48 h", "under way")
    for n in range(8):
        report(at(0.7 + n * 1.5), line.beside(rng.randrange(200, 700), rng.randrange(-20000, 20000)), "SMALL BOAT",
                "fishing", "shipping")
    for n in range(5):
        report(at(1.1 + n * 2.2), side.ring[3 * n], "CENTRE LAUNCH", "launch", "centre")
    # What a ship sends that has no position.
    for n, (x, y) in enumerate([(181, 91), (181, 91), (0, 0), (71.2, -91.4)]):
        report(at(2.2 + 3 * n), [x, y], names[3 + n], "cargo", "shipping", "inbound", "48 h", "under way",
                refused=True)
    log.entries.sort(key=lambda e: e["t"])
    for record, e in enumerate(log.entries, 1): decisions.add("ais.csv", record, str(e["mmsi"]), e["rules"],
            e["trap"])
    table(story, "ais.csv", ["MMSI", "BaseDateTime", "LAT", "LON", "SOG", "VesselName", "category", "party",
            "direction", "notice", "activity",
                             "PositionAccuracy"], [e["row"] for e in log.entries])
    decisions.write(story)


# 6 --------------------------------------------------------------------------------------------

def phased_separation():
    story, rng = "phased-separation", random.Random(20121219)
    coordinates = wander(rng, (-165.2, 31.4), (-162.4, 32.6), 10, 0.10)
    coordinates = coordinates[:1] + coordinates[30:-30] + coordinates[-1:]
    line = Line(coordinates)
    geometry(story, "line.geojson", "LineString", coordinates, {"name": "centre line, without prejudice (made up)"})
    whole = Area(blob(rng, line.beside(300, 0), 15000, 60))
    geometry(story, "fourteen-mile-area.geojson", "Polygon", [whole.ring],
            {"name": "area to be left whole (made up)"})
    mined = [Area(blob(rng, line.beside(640, 1500), r, 30)) for r in (4000, 2200)]
    for n, area in enumerate(mined, 1):
        geometry(story, f"mined-{n}.geojson", "Polygon", [area.ring], {"name": f"mined area, survey {n} (made up)"})
    camps = {"camp-n": Area(blob(rng, line.beside(480, 19000), 1500, 20)),
            "camp-s": Area(blob(rng, line.beside(560, -21000), 1500, 20))}
    for name, area in camps.items(): geometry(story, name + ".geojson", "Polygon", [area.ring],
            {"name": name + " (made up)"})
    zero = utc(2026, 11, 2, 10)         # 00:00 in Honolulu
    day = lambda n, h=0.0: zero + dt.timedelta(seconds=round((n * 24 + h) * 3600 / 60) * 60)
    decisions, log = Decisions(), Log("S-")
    heavy, troops = {"tank", "gun"}, {"troops"}

    def report(t, p, category, party, u=0, permit="", count="", remarks="", trap="", lat=None, lon=None,
            refused=False, digits=6):
        p = [round(v, digits) for v in p]
        row = [None, t.strftime("%Y-%m-%dT%H:%MZ") if rng.random() < 0.5 else stamp(t, -10),
                p[1] if lat is None else lat,
               p[0] if lon is None else lon, u, category, party, count, permit,
               rng.choice(["team", "team", "helicopter", "imagery"]), remarks]
        if refused: return log.add(t, row, None, trap)
        s = line.signed(p)
        zone = near(10000 - abs(s), u) if abs(abs(s) - 10000) > 3 + u or u else SKIP
        first = near(5000 - abs(s), u)
        area = near(whole.depth(p), u)
        mines = near(mined[0 if t < day(7) else 1].depth(p), u)
        outside = NO if YES in (v := [near(a.depth(p), u) for a in camps.values()]) else SKIP if SKIP in v else MAYBE if MAYBE in v else YES
        bound = {"north": YES, "south": YES, "verifiers": NO, "": MAYBE}[party]
        rules = {}

        def word(due, suspended=False, permitted=True):
            if permit == "mechanism" and permitted: return "exempt"
            if t < day(due): return "pending"
            return "suspended" if suspended else "apparent_breach"
        stopped = party == "south" and day(9) <= t < day(12)
        rules["heavy-5"] = apply(bound if category in heavy else NO, first, word(3))
        rules["heavy-10"] = apply(bound if category in heavy and t >= day(3) else NO, zone, word(7, stopped))
        rules["troops-10"] = apply(bound if category in troops and t >= day(5) else NO, zone, word(10, stopped))
        rules["whole-area"] = apply(bound if category in heavy | troops else NO, area, word(11, permitted=False))
        rules["mined-area"] = apply(bound if category == "civilian" else NO, mines)
        rules["camps"] = apply(bound if category == "assembled" and t >= day(5) else NO, outside)
        c = bound if category in heavy | troops else NO
        own = {"north": s, "south": -s}.get(party)
        across = MAYBE if own is None else NO if u == 0 and abs(s) < 0.005 else near(-own, u) if u else {own < 0}
        rules["own-side"] = apply(c, across)
        return log.add(t, row, rules, trap)

    def moment(): return day(rng.uniform(0.2, 13.9))
    def place(party, lo, hi): return line.beside(rng.randrange(60, 900),
            (1 if party == "north" else -1) * rng.randrange(lo, hi))

    for n in range(128):
        party = rng.choice(["north", "south"])
        category = rng.choice(["tank", "gun", "gun", "troops", "troops"])
        lo, hi = rng.choice([(200, 4700), (5300, 9700), (10300, 16000)])
        report(moment(), place(party, lo, hi), category, party, rng.choice([0, 10, 25, 50]),
                "mechanism" if n % 12 == 5 else "",
               rng.choice([1, 1, 2, 4]) if category != "troops" else rng.randrange(5, 60))
    # Hours about the end of a term: D+7 begins at midnight in Honolulu, which is ten in the morning in UTC.
    for n, h in enumerate((-12, -9.5, -6, -2, -0.5, 0, 0.5, 2, 6, 9.5)):
        report(day(7, h), place(("north", "south")[n % 2], 6000, 9000), "tank", ("north", "south")[n % 2], 10,
                trap="midnight of D+7")
    # At a limit, within what is known of the place, and on the line itself.
    for n in range(8):
        report(day(7.6 + 0.3 * n), at_distance(line, 80 + 70 * n,
                (10000 + (-30, 20, -15, 40)[n % 4]) * (1 if n % 2 else -1)), "gun",
               "north" if n % 2 else "south", 50, trap="straddles 10 km", digits=7)
    for n in range(6):
        report(day(1 + 2 * n, 4), coordinates[100 + 120 * n], "troops", ("north", "south")[n % 2],
                trap="on the line")
    # The days of the suspension by one party: the other stays bound.
    for n in range(16):
        party = ("north", "south")[n % 2]
        report(day(9.1 + 0.19 * n), place(party, 700, 9000), rng.choice(["tank", "gun"]), party, 25,
                trap="suspended by South only")
    # The mined area was surveyed anew on D+7; people who return walk through what was cleared.
    for n in range(14):
        k = 2 * n
        a, b = mined[1].ring[k % 30], mined[0].ring[k % 30]
        p = [a[0] + 0.5 * (b[0] - a[0]), a[1] + 0.5 * (b[1] - a[1])] if n % 7 != 6 else line.beside(640, 1400)
        report(day(4.3 + 0.45 * n), p, "civilian", ("north", "south")[n % 2], 20, count=rng.randrange(2, 30),
                trap="mined or cleared")
    # Units in the assembly areas, and outside them.
    for n in range(20):
        name = ("camp-n", "camp-s")[n % 2]
        centre = line.beside(480, 19000) if n % 2 == 0 else line.beside(560, -21000)
        far = rng.randrange(0, 700) if n % 5 else rng.randrange(3000, 5000)
        mx, my = metres(centre[1])
        a = rng.uniform(0, 6.28)
        report(moment(), [centre[0] + far * math.cos(a) / mx, centre[1] + far * math.sin(a) / my], "assembled",
                name[-1].replace("n", "north").replace("s", "south"), 25,
               count=rng.randrange(50, 200))
    # The verifiers' own, what the text does not name, and what nobody could attribute.
    for n in range(16):
        kind, party = (("patrol", "verifiers"), ("herders", "north"), ("gun", ""), ("troops", "verifiers"))[n % 4]
        report(moment(), place(("north", "south")[n // 4 % 2], 500, 12000), kind, party, 25)
    # Acts: maps of mines, withdrawals told, and their verification within two days.
    for t, kind, party in ((day(4.4), "maps-handed-over", "north"), (day(6.2), "maps-handed-over", "south"),
            (day(3.5), "withdrawal-told", "north"),
                           (day(5.1), "withdrawal-verified", "verifiers"), (day(7.4), "withdrawal-told", "south"),
                           (day(10.3), "withdrawal-verified", "verifiers"),
                           (day(12.8), "withdrawal-told", "north")):
        report(t, line.beside(400, 200), kind, party, 10)
    mended = []
    for n, (t, kind, party) in enumerate(((day(2.2), "tank", "north"), (day(8.4), "gun", "south"),
            (day(11.6), "troops", "south"))):
        x, y = [round(v, 6) for v in line.beside(200, 3000 if party == "north" else -3000)]
        entry = report(t, [x, y], kind, party, 10, lat=(round(y + 100, 6), "31,9,4", None)[n],
                lon="" if n == 2 else None, refused=True)
        wrong = (f"{y + 100:.6f}".rstrip("0") + f",{x}", f'"31,9,4",{x}', f"{y},")[n]
        mended.append(f"/{entry['row'][1]},/s/{wrong},10/{y},{x},10/\n")
    with open(path(story, "corrections.sed"), "w") as file:
        file.write("# What the teams gave again for three records that could not be read.\n" + "".join(mended))
    log.again(log.entries[3]); log.again(log.entries[50], 200)
    table(story, "reports.csv", ["id", "time", "lat", "lon", "uncertainty_m", "category", "party", "count",
            "permit", "source", "remarks"],
          log.finish("reports.csv", decisions))
    decisions.write(story)


if __name__ == "__main__":
    armistice_commission()
    neutral_inspection()
    supervisory_board()
    monitoring_mission()
    sea_corridor()
    phased_separation()
