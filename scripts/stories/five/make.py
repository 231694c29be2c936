#!/usr/bin/env python3
"""Makes lines, areas and reports of five stories in fixtures/stories from a seed. The files are committed; nothing else needs Python.

Everything is invented and lies on the open ocean, so that it shows nobody's land. Beside the reports of each
story stands truth.csv: what the finding of a planned report must be, decided here by where it was put.
"""
import csv
import json
import math
import os
import random
from datetime import datetime, timedelta, timezone

os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../fixtures/stories"))
A, F = 6378137.0, 1 / 298.257223563
E2 = F * (2 - F)


def scales(lat):
    """Metres of a radian along the meridian and along the parallel."""
    s = 1 - E2 * math.sin(lat) ** 2
    return A * (1 - E2) / s ** 1.5, A / math.sqrt(s) * math.cos(lat)


def offset(origin, place):
    """Metres east and north of the origin, good to centimetres over 25 km."""
    m, n = scales(math.radians((origin[1] + place[1]) / 2))
    return n * math.radians(place[0] - origin[0]), m * math.radians(place[1] - origin[1])


def moved(origin, east, north):
    lat = origin[1] + math.degrees(north / scales(math.radians(origin[1]))[0])
    for _ in range(3):
        m, n = scales(math.radians((origin[1] + lat) / 2))
        lat = origin[1] + math.degrees(north / m)
    return origin[0] + math.degrees(east / n), lat


def wander(rng, start, end, depth, roughness):
    """Midpoint displacement between two positions, in degrees, with a long edge at either end."""
    points, scale = [start, end], roughness
    for _ in range(depth):
        finer = []
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            dx, dy = x1 - x0, y1 - y0
            shift = rng.gauss(0, scale)
            finer += [(x0, y0), ((x0 + x1) / 2 - dy * shift, (y0 + y1) / 2 + dx * shift)]
        points = finer + [points[-1]]
        scale *= 0.93
    dx, dy = (end[0] - start[0]) * 0.12, (end[1] - start[1]) * 0.12
    points = [(start[0] - dx, start[1] - dy)] + points + [(end[0] + dx, end[1] + dy)]
    return [(round(x, 6), round(y, 6)) for x, y in points]


def blob(rng, centre, radius, count=48, wobble=0.18):
    """A closed ring about a place, anticlockwise."""
    waves = [(k, rng.uniform(-1, 1), rng.uniform(0, 6.3)) for k in (2, 3, 5, 7)]
    ring = []
    for i in range(count):
        a = 2 * math.pi * i / count
        r = radius * (1 + wobble * sum(w * math.sin(k * a + p) for k, w, p in waves) / 2)
        ring.append(tuple(round(v, 6) for v in moved(centre, r * math.cos(a), r * math.sin(a))))
    return ring + [ring[0]]


class Chain:
    """A line: how far a place is from it, positive on its left."""

    def __init__(self, points):
        self.points = points

    def distance(self, place):
        near = [offset(place, p) for p in self.points]
        best = (math.inf, 1)
        for (x0, y0), (x1, y1) in zip(near, near[1:]):
            dx, dy = x1 - x0, y1 - y0
            t = max(0, min(1, -(x0 * dx + y0 * dy) / (dx * dx + dy * dy)))
            d = math.hypot(x0 + t * dx, y0 + t * dy)
            if d < best[0]:
                best = (d, 1 if dx * -y0 - dy * -x0 > 0 else -1)
        return best[0] * best[1]

    def put(self, rng, wanted, tolerance=1.0, stretch=(0.08, 0.92)):
        """A place so far to the left of the line, where its nearest place is on no end."""
        count = len(self.points) - 1
        while True:
            i = rng.randrange(int(count * stretch[0]), int(count * stretch[1]))
            dx, dy = offset(self.points[i], self.points[i + 1])
            length, t = math.hypot(dx, dy), rng.random()
            base = moved(self.points[i], dx * t, dy * t)
            place = moved(base, -dy / length * wanted, dx / length * wanted)
            for _ in range(6):
                here = self.distance(place)
                if abs(here - wanted) <= tolerance:
                    return round(place[0], 6), round(place[1], 6)
                place = moved(place, -dy / length * (wanted - here), dx / length * (wanted - here))


def inside(ring, place):
    x, y, odd = place[0], place[1], False
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            odd = not odd
    return odd


def depth(ring, place):
    """How far inside a ring a place is, in metres, negative outside."""
    d = abs(Chain(ring).distance(place))
    return d if inside(ring, place) else -d


def put_in(rng, ring, least, most):
    """A place between so and so many metres inside a ring (negative outside)."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    w, h = (max(xs) - min(xs)), (max(ys) - min(ys))
    while True:
        place = rng.uniform(min(xs) - w, max(xs) + w), rng.uniform(min(ys) - h, max(ys) + h)
        if least <= depth(ring, place) <= most:
            return round(place[0], 6), round(place[1], 6)


def dms(place):
    def angle(value, letters, width):
        seconds = round(abs(value) * 3600)
        return f"{seconds // 3600:0{width}d}°{seconds // 60 % 60:02d}'{seconds % 60:02d}\"{letters[value < 0]}"
    return angle(place[1], "NS", 2) + " " + angle(place[0], "EW", 3)


def undms(text):
    def angle(part):
        d, rest = part.split("°")
        m, s = rest.split("'")
        return (int(d) + int(m) / 60 + int(s[:2]) / 3600) * (-1 if part[-1] in "SW" else 1)
    lat, lon = text.split(" ")
    return angle(lon), angle(lat)


def utm(place):
    """Zone, easting and northing by Krüger's series, to well below a millimetre."""
    zone = int((place[0] + 180) // 6) + 1
    lam, phi = math.radians(place[0] - (zone * 6 - 183)), math.radians(place[1])
    n = F / (2 - F)
    a = A / (1 + n) * (1 + n ** 2 / 4 + n ** 4 / 64)
    alpha = [n / 2 - 2 * n ** 2 / 3 + 5 * n ** 3 / 16 + 41 * n ** 4 / 180,
             13 * n ** 2 / 48 - 3 * n ** 3 / 5 + 557 * n ** 4 / 1440,
             61 * n ** 3 / 240 - 103 * n ** 4 / 140, 49561 * n ** 4 / 161280]
    e = math.sqrt(E2)
    t = math.sinh(math.atanh(math.sin(phi)) - e * math.atanh(e * math.sin(phi)))
    xi, eta = math.atan2(t, math.cos(lam)), math.asinh(math.sin(lam) / math.hypot(t, math.cos(lam)))
    x = xi + sum(c * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, c in enumerate(alpha, 1))
    y = eta + sum(c * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, c in enumerate(alpha, 1))
    north = 0.9996 * a * x
    return zone, 500000 + 0.9996 * a * y, north if north >= 0 else north + 10000000


def mgrs(place, digits):
    zone, easting, northing = utm(place)
    band = "CDEFGHJKLMNPQRSTUVWX"[int((place[1] + 80) // 8)]
    column = ["STUVWXYZ", "ABCDEFGH", "JKLMNPQR"][zone % 3][int(easting // 100000) - 1]
    rows = "ABCDEFGHJKLMNPQRSTUV"
    row = rows[(int(northing // 100000) + (5 if zone % 2 == 0 else 0)) % 20]
    cell = 10 ** (5 - digits)
    east, north = int(easting % 100000) // cell, int(northing % 100000) // cell
    return f"{zone}{band} {column}{row} {east:0{digits}d} {north:0{digits}d}"


def dump(path, geometry, properties):
    with open(path, "w") as file:
        json.dump({"type": "Feature", "properties": properties, "geometry": geometry}, file)
        file.write("\n")


def dump_line(path, points, name):
    dump(path, {"type": "LineString", "coordinates": points}, {"name": name, "note": "made up"})


def dump_area(path, ring, name):
    dump(path, {"type": "Polygon", "coordinates": [ring]}, {"name": name, "note": "made up"})


def dump_table(path, columns, rows):
    with open(path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([row.get(c, "") for c in columns])


def dump_truth(story, rows):
    dump_table(f"{story}/truth.csv", ["id", "finding", "why"],
               [{"id": r["id"], "finding": r["truth"], "why": r["why"]} for r in rows if "truth" in r])


def local(start, day, hour, minute, hours):
    """The text of a moment so many days behind a start, on a clock so many hours ahead of UTC."""
    moment = start + timedelta(days=day, hours=hour, minutes=minute)
    return moment.replace(tzinfo=timezone(timedelta(hours=hours))).isoformat(timespec="minutes")


def any_time(rng, first=0, last=13):
    return rng.randint(first, last), rng.randrange(24), rng.randrange(0, 60, 5)


def number(rows, prefix, width=4):
    """Ids in the order of time, as a log has them."""
    rows.sort(key=lambda r: r["order"])
    for i, row in enumerate(rows, 1):
        row["id"] = f"{prefix}{i:0{width}d}"
    return rows


# --- technical-support -------------------------------------------------------------------------------------

def technical_support():
    rng = random.Random(1101)
    story = "technical-support"
    points = wander(rng, (-112.0, -37.6), (-109.4, -36.5), 9, 0.14)
    line = Chain(points)
    dump_line(f"{story}/line.geojson", points, "line of contact")
    start, rows = datetime(2026, 11, 2), []

    def add(party, category, behind, day=None, truth=None, why="", **more):
        """A report so many metres behind the line on its party's own side; negative is across."""
        place = line.put(rng, behind if party != "south" else -behind, tolerance=more.pop("tolerance", 2.0))
        d, h, m = day if isinstance(day, tuple) else any_time(rng, *(day or (0, 13))) if day else any_time(rng)
        row = {"order": (d, h, m), "time": local(start, d, h, m, -7), "latitude": place[1], "longitude": place[0],
               "uncertainty_m": 10, "party": party, "category": category,
               "source": rng.choice(["team 1", "team 2", "UAV", "image"])}
        row.update(more)
        if truth:
            row.update(truth=truth, why=why)
        rows.append(row)
        return row

    late, sides = [9, 13], ["north", "south"]
    # The precedent's 50 km are of both sides together: 25 km each.
    for i in range(24):
        add(sides[i % 2], "howitzer", rng.uniform(26000, 48000), late, "compliant",
            "between 25 and 50 km behind the line", calibre=rng.choice(["122 mm", "152 mm"]))
    for i in range(14):
        add(sides[i % 2], "howitzer", rng.uniform(1000, 24000), late, "apparent_breach",
            "less than 25 km behind the line", calibre=rng.choice(["122 mm", "152 mm"]))
    for i in range(6):
        add(sides[i % 2], "howitzer", -rng.uniform(52000, 60000), late, "apparent_breach",
            "over the line, farther than any zone about it reaches", calibre="152 mm")
    for i in range(6):
        add(sides[i % 2], "howitzer", 25000 + rng.uniform(-30, 30), late, "undeterminable",
            "the bound of 60 m reaches over 25 km", calibre="122 mm", uncertainty_m=60)
    for i in range(8):
        add(sides[i % 2], "howitzer", rng.uniform(2000, 22000), [2, 8], "pending",
            "the withdrawal is under way until D+9", calibre="152 mm")
    for i in range(6):
        add(sides[i % 2], "howitzer", rng.uniform(2000, 20000), late, "undeterminable",
            "no calibre was reported", uncertainty_m=15)
    # 500 yards are 457.2 m.
    for i in range(10):
        add(sides[i % 2], "troops", rng.uniform(475, 484), [1, 13], "compliant",
            "more than 500 yards and less than 500 m from the line", uncertainty_m=5, tolerance=0.5)
    for i in range(14):
        add(sides[i % 2], "troops", rng.uniform(50, 420), [1, 13], "apparent_breach",
            "within 500 yards of the line", uncertainty_m=5, tolerance=0.5)
    for i in range(8):
        add(sides[i % 2], rng.choice(["troops", "vehicle"]), rng.uniform(40, 400), [1, 13], "exempt",
            "medical evacuation or demining", activity=rng.choice(["medevac", "demining"]), uncertainty_m=5)
    # Unmanned aircraft: the first drafts call them drones.
    for i in range(16):
        add("north", "uav", rng.uniform(300, 9500), [0, 13], "apparent_breach", "within 10 km of the line")
    for i in range(8):
        add("south", "uav", rng.uniform(300, 9500), [8, 13], "suspended", "the rule is suspended for the south from D+8")
    for i in range(8):
        add("south", "uav", rng.uniform(300, 9500), [0, 7], "apparent_breach", "before the suspension")
    # What nobody planned.
    for _ in range(70):
        category = rng.choice(["howitzer", "mortar", "mortar", "truck", "troops", "uav", "vehicle"])
        more = {"calibre": rng.choice(["100 mm", "122 mm", "152 mm"])} if category == "howitzer" else {}
        if category == "mortar":
            more["calibre"] = rng.choice(["82 mm", "120 mm"])
        add(rng.choice(sides), category, rng.choice([rng.uniform(-900, 3000), rng.uniform(600, 45000)]),
            uncertainty_m=rng.choice([5, 10, 50, 200]), **more)
    for _ in range(6):
        add("monitors", "vehicle", rng.uniform(10, 3000))
    number(rows, "TS-")
    copies = [dict(r, source="team 3") for r in rng.sample(rows, 8)]
    for r in copies:
        r.pop("truth", None)
    rows += copies
    rows.sort(key=lambda r: r["order"])
    bad = {"order": (14,), "id": "TS-0301", "time": local(start, 13, 9, 0, -7), "latitude": "-93.2",
           "longitude": "-110.6", "party": "north", "category": "howitzer", "source": "team 2"}
    rows += [bad, dict(bad, id="TS-0302", latitude="", longitude="")]
    dump_table(f"{story}/reports.csv", ["id", "time", "latitude", "longitude", "uncertainty_m", "party", "category",
                                        "calibre", "activity", "source"], rows)
    dump_truth(story, rows)


# --- verified-camps ----------------------------------------------------------------------------------------

def verified_camps():
    rng = random.Random(1102)
    story = "verified-camps"
    points = wander(rng, (85.2, -33.4), (86.7, -32.8), 9, 0.10)
    road = Chain(points)
    dump_line(f"{story}/line.geojson", points, "highway")
    claimed = blob(rng, (85.7, -33.55), 5200)
    verified = blob(rng, (85.7, -33.55), 3300)
    lake = blob(rng, (86.3, -33.3), 3800)
    ridge = blob(rng, (86.1, -32.65), 2600)
    for name, ring in [("north-claimed", claimed), ("north-verified", verified), ("lake", lake), ("ridge", ridge)]:
        dump_area(f"{story}/{name}.geojson", ring, name)
    start, rows = datetime(2026, 11, 1), []

    def add(party, category, place, when, truth=None, why="", utc=False, **more):
        d, h, m = when
        moment = start + timedelta(days=d, hours=h, minutes=m)
        # Teams keep the local clock and write no offset; the satellite telephone writes UTC.
        text = (moment - timedelta(hours=6)).strftime("%Y-%m-%dT%H:%MZ") if utc else moment.strftime("%Y-%m-%d %H:%M")
        row = {"order": (d, h, m), "time": text, "position": dms(place), "uncertainty_m": 10, "party": party,
               "category": category, "count": "", "coordination": "",
               "source": "telephone" if utc else rng.choice(["LMT 1", "LMT 2", "LMT 3"])}
        row.update(more)
        if truth:
            row.update(truth=truth, why=why)
        rows.append(row)
        return row

    def between(outer, inner):
        while True:
            place = put_in(rng, outer, 200, 9000)
            if depth(inner, place) < -200:
                return place

    day = lambda first, last: (rng.randint(first, last), rng.randint(7, 16), rng.randrange(0, 60, 5))
    for _ in range(14):
        add("movement", "armed", between(claimed, verified), day(4, 5), "compliant",
            "in the claimed perimeter, before the verified one holds", count=rng.randint(4, 20))
    for _ in range(14):
        add("movement", "armed", between(claimed, verified), day(6, 13), "apparent_breach",
            "outside the verified perimeter, which holds from D+6", count=rng.randint(4, 20))
    # Half past midnight on D+6 on the local clock is still D+5 in UTC.
    for minute in (10, 25, 40, 55):
        add("movement", "armed", between(claimed, verified), (6, 0, minute), "apparent_breach",
            "D+6 has begun on the clock of the agreement, in UTC it is the day before", utc=True, count=6)
    for minute in (5, 20, 35, 50):
        add("movement", "armed", between(claimed, verified), (5, 23, minute), "compliant",
            "the last hour of D+5 on the clock of the agreement", utc=True, count=6)
    for _ in range(10):
        add("movement", "armed", put_in(rng, verified, 150, 3000), day(6, 13), "compliant",
            "in the verified perimeter", count=rng.randint(4, 20))
    for _ in range(8):
        add("movement", "armed", put_in(rng, verified, -9, 9), day(6, 13), "undeterminable",
            "the bound and the whole seconds reach over the perimeter", uncertainty_m=30, count=5)
    for _ in range(10):
        add("movement", "armed", put_in(rng, ridge, -2500, -300), day(0, 3), "pending",
            "outside the camps, before D+4", count=rng.randint(4, 20))
    for _ in range(12):
        add("movement", "armed", put_in(rng, ridge, -2500, -300), day(4, 13), "apparent_breach",
            "outside the camps from D+4 on", count=rng.randint(4, 20))
    for _ in range(8):
        add("movement", "armed", put_in(rng, ridge, -2500, -300), day(4, 13), "exempt",
            "movement agreed beforehand", coordination="agreed", count=8)
    # The other side's patrols.
    for _ in range(10):
        add("government", "patrol", put_in(rng, lake, 200, 3000), day(0, 13), "apparent_breach", "in a covered camp")
    for _ in range(6):
        add("government", "patrol", put_in(rng, lake, 200, 3000), day(0, 13), "exempt",
            "patrol agreed beforehand", coordination="agreed")
    for _ in range(6):
        add("government", "patrol", put_in(rng, ridge, 200, 2000), day(8, 13), "suspended",
            "the coverage of the ridge is suspended from D+8")
    # A highway of 1 km in total: 500 m to each side.
    for side in (1, -1):
        for _ in range(7):
            add("government" if side > 0 else "movement", "checkpoint", road.put(rng, side * rng.uniform(560, 930)),
                day(2, 13), "compliant", "more than 500 m from the middle of the highway")
        for _ in range(7):
            add("government" if side > 0 else "movement", "checkpoint", road.put(rng, side * rng.uniform(20, 440)),
                day(2, 13), "apparent_breach", "within 500 m of the middle of the highway")
    # Night is 18:00 to 05:00 on the local clock: 12:00 to 23:00 in UTC.
    for _ in range(8):
        add("government", "vehicle", put_in(rng, lake, -850, -100), (rng.randint(0, 13), rng.choice([19, 22, 3, 4]), 30),
            "apparent_breach", "near the camp at night", utc=True)
    for _ in range(6):
        add("government", "vehicle", put_in(rng, lake, -850, -100), (rng.randint(0, 13), rng.choice([5, 6, 17]), 20),
            None, "", utc=True)
    # Strength of the camp by the lake: 120 a day; each group is told apart by its name.
    for d in range(14):
        for group, size in [("L1", 34), ("L2", 28), ("L3", 25)] + ([("L4", 41)] if d == 11 else []):
            for _ in range(2 if d % 3 == 0 else 1):
                add("movement", "armed", put_in(rng, lake, 300, 3000), (d, rng.randint(8, 16), rng.randrange(0, 60, 5)),
                    "counted", "in the camp whose strength is counted", count=size, group=group)
    for _ in range(14):
        add(rng.choice(["movement", "government", ""]), rng.choice(["armed", "patrol", "vehicle", "civilian"]),
            put_in(rng, rng.choice([claimed, lake, ridge]), -4000, 2000), any_time(rng))
    number(rows, "CV-")
    rows += [dict(r, source="LMT 2") for r in rng.sample([r for r in rows if "group" not in r], 6)]
    for r in rows[-6:]:
        r.pop("truth", None)
    rows.sort(key=lambda r: r["order"])
    rows += [{"id": "CV-0901", "time": "2026-11-14 09:20", "position": "33°31'72\"S 085°41'10\"E", "party": "movement",
              "category": "armed", "source": "LMT 3"},
             {"id": "CV-0902", "time": "2026-11-14 10:00", "position": "north of the camp", "party": "movement",
              "category": "armed", "source": "LMT 1"}]
    dump_table(f"{story}/reports.csv", ["id", "time", "position", "uncertainty_m", "party", "category", "count", "group",
                                        "coordination", "source"], rows)
    dump_truth(story, rows)


# --- observer-force ----------------------------------------------------------------------------------------

def observer_force():
    rng = random.Random(1103)
    story = "observer-force"
    first = wander(rng, (-36.0, 50.0), (-33.9, 50.8), 9, 0.11)
    # In the middle the line moves by up to 3 km to the south; elsewhere it stays.
    count, second = len(first), []
    for i, p in enumerate(first):
        u = (i / count - 0.35) / 0.3
        shift = 3000 * math.sin(math.pi * u) ** 2 if 0 < u < 1 else 0
        second.append(tuple(round(v, 6) for v in moved(p, 0, -shift)) if shift else p)
    old, new = Chain(first), Chain(second)
    dump_line(f"{story}/line.geojson", first, "line of separation, first version")
    dump_line(f"{story}/line-moved.geojson", second, "line of separation, second version")
    start, rows = datetime(2026, 11, 1), []

    def add(party, category, place, when, truth=None, why="", hours=0, **more):
        d, h, m = when
        text = local(start, d, h, m, 0)
        if hours:
            moment = datetime.fromisoformat(text).astimezone(timezone(timedelta(hours=hours)))
            text = moment.isoformat(timespec="minutes")
        row = {"order": (d, h, m), "time": text.replace("+00:00", "Z"), "place": place, "uncertainty_m": 20,
               "party": party, "category": category, "post": f"OP {rng.randint(11, 27)}"}
        row.update(more)
        if truth:
            row.update(truth=truth, why=why)
        rows.append(row)
        return row

    def moved_over(least=150):
        """A place between the two versions of the line."""
        while True:
            place = old.put(rng, -rng.uniform(300, 2600), stretch=(0.42, 0.58))
            if new.distance(place) > least and old.distance(place) < -least:
                return place

    day = lambda first, last: (rng.randint(first, last), rng.randint(6, 18), rng.randrange(0, 60, 5))
    # Alpha is to the left, in the north. Ground between the versions is Bravo's before D+7 and Alpha's from then on.
    spots = [moved_over() for _ in range(12)]
    for spot in spots:
        add("bravo", "patrol", spot, day(0, 6), "compliant", "on its own side of the first version")
    for spot in spots:
        add("bravo", "patrol", spot, day(7, 13), "apparent_breach", "over the line as moved")
    for _ in range(8):
        add("alpha", "patrol", moved_over(), day(7, 13), "compliant", "on its own side of the line as moved")
    for _ in range(8):
        add("alpha", "patrol", moved_over(), day(0, 6), "apparent_breach", "over the first version of the line")
    # 22:40 on D+6 at -02:00 is 00:40 on D+7 in UTC.
    for minute in (10, 20, 40, 50):
        add("bravo", "patrol", moved_over(), (7, 0, minute), "apparent_breach",
            "D+7 has begun in UTC, the post's clock shows the day before", hours=-2)
    for _ in range(6):
        add("bravo", "patrol", old.put(rng, rng.uniform(-40, 40), stretch=(0.1, 0.3)), day(0, 13), "undeterminable",
            "the line is known to 50 m only")
    # A report without a time: the versions disagree.
    for _ in range(4):
        add("bravo", "patrol", moved_over(), day(0, 13), "undeterminable", "no time, and the versions disagree", time="")
    stays = [(0.1, 0.3), (0.7, 0.9)]
    side = {"alpha": 1, "bravo": -1}
    for i in range(24):
        party = ["alpha", "bravo"][i % 2]
        add(party, rng.choice(["tank", "gun", "truck"]), old.put(rng, side[party] * rng.uniform(200, 1850), stretch=rng.choice(stays)),
            day(4, 13), "apparent_breach", "in the area of separation")
    for i in range(10):
        party = ["alpha", "bravo"][i % 2]
        add(party, rng.choice(["tank", "gun"]), old.put(rng, side[party] * rng.uniform(200, 1850), stretch=rng.choice(stays)),
            day(0, 3), "pending", "forces leave the area until D+4")
    for i in range(10):
        party = ["alpha", "bravo"][i % 2]
        add(party, "police", old.put(rng, side[party] * rng.uniform(200, 1850), stretch=rng.choice(stays)),
            day(4, 13), "exempt", "police with personal arms", arms="personal")
    # The force's own vehicles are bound by no rule that does not name it; a vehicle of nobody may be the force's.
    for _ in range(12):
        add("force", "truck", old.put(rng, rng.choice([-1, 1]) * rng.uniform(1100, 1800), stretch=rng.choice(stays)), day(4, 13),
            "unregulated", "the observers' own vehicle")
    for _ in range(10):
        add("", "truck", old.put(rng, rng.choice([-1, 1]) * rng.uniform(1100, 1800), stretch=rng.choice(stays)), day(4, 13),
            "undeterminable", "a vehicle of no reported party may be the observers'")
    for _ in range(6):
        add("force", "post", old.put(rng, rng.choice([-1, 1]) * rng.uniform(100, 1800), stretch=rng.choice(stays)), day(0, 13),
            "compliant", "a post of the force in the area")
    for _ in range(4):
        add("force", "post", old.put(rng, rng.choice([-1, 1]) * rng.uniform(2200, 4000), stretch=rng.choice(stays)), day(0, 13),
            "apparent_breach", "the rule names the force: its posts stand in the area")
    # A cap in the limited area: 12 tanks a day, told apart by their numbers.
    for d in range(14):
        for n in range(1, 8 if d != 9 else 15):
            if n % 2 == d % 2 or d == 9:
                add("bravo", "tank", old.put(rng, -rng.uniform(2400, 9500), stretch=rng.choice(stays)), (d, rng.randint(7, 17), 15),
                    "counted", "a tank in the limited area of Bravo", serial=f"B-{n:02d}")
    for _ in range(12):
        add(rng.choice(["alpha", "bravo"]), rng.choice(["herder", "truck", "patrol", "gun"]),
            old.put(rng, rng.uniform(-12000, 12000), stretch=rng.choice(stays)), any_time(rng))
    number(rows, "OF-")
    copies = [dict(r, post="OP 28") for r in rng.sample([r for r in rows if r["category"] == "tank"], 6)]
    for r in copies:
        r.pop("truth", None)
    rows += copies
    rows.sort(key=lambda r: r["order"])
    features = []
    for r in rows:
        keep = {k: r[k] for k in ("id", "time", "party", "category", "serial", "arms", "uncertainty_m", "post") if r.get(k, "") != ""}
        features.append({"type": "Feature", "properties": keep,
                         "geometry": {"type": "Point", "coordinates": list(r["place"])}})
    features.append({"type": "Feature", "properties": {"id": "OF-0901", "time": "2026-11-14T09:00Z", "party": "bravo",
                     "category": "tank", "post": "OP 14"}, "geometry": None})
    features.append({"type": "Feature", "properties": {"id": "OF-0902", "time": "2026-11-14T09:30Z", "party": "alpha",
                     "category": "patrol", "post": "OP 14"}, "geometry": {"type": "Point", "coordinates": [50.4, -134.9]}})
    with open(f"{story}/reports.geojson", "w") as file:
        file.write('{"type": "FeatureCollection", "features": [\n')
        file.write(",\n".join(json.dumps(f) for f in features) + "\n]}\n")
    dump_truth(story, rows)


# --- repatriation ------------------------------------------------------------------------------------------

def repatriation():
    rng = random.Random(1104)
    story = "repatriation"
    points = wander(rng, (-173.0, -50.6), (-171.3, -50.1), 9, 0.10)
    line = Chain(points)
    dump_line(f"{story}/line.geojson", points, "line of demarcation")
    # The places that agreement.yaml has as its crossing points.
    gates = [points[110], points[260], points[400]]
    # On Sunday 27 September 2026 at 02:00 the clock of Pacific/Auckland is put forward by one hour.
    start, change, rows = datetime(2026, 9, 20), datetime(2026, 9, 27, 2), []

    def add(party, category, place, when, truth=None, why="", offset_too=False, **more):
        d, h, m = when
        moment = start + timedelta(days=d, hours=h, minutes=m)
        text = moment.strftime("%Y-%m-%d %H:%M")
        if offset_too:
            text = moment.strftime("%Y-%m-%dT%H:%M") + ("+12:00" if moment < change else "+13:00")
        row = {"order": (d, h, m), "time": text, "latitude": place[1], "longitude": place[0], "uncertainty_m": 10,
               "party": party, "category": category, "source": rng.choice(["post 1", "post 2", "post 3", "escort"])}
        row.update(more)
        if truth:
            row.update(truth=truth, why=why)
        rows.append(row)
        return row

    def at_gate(least=0, most=420, gate=None):
        g = gate or rng.choice(gates)
        r, a = rng.uniform(least, most), rng.uniform(0, 6.3)
        return tuple(round(v, 6) for v in moved(g, r * math.cos(a), r * math.sin(a)))

    def elsewhere():
        while True:
            place = line.put(rng, rng.uniform(-60, 60))
            if min(math.hypot(*offset(place, g)) for g in gates) > 900:
                return place

    sides = ["north", "south"]
    open_hour = lambda d: rng.randint(8, 17) if d < 11 else rng.randint(7, 18)
    for i in range(70):
        d = rng.choice([k for k in range(1, 14)])
        add(sides[i % 2], "crossing", at_gate(), (d, open_hour(d), rng.randrange(0, 60, 5)), "compliant",
            "at a crossing point and in its hours", persons=rng.randint(1, 30))
    # From 1 October the gates are open 07 to 19 h instead of 08 to 18 h.
    for i in range(8):
        add(sides[i % 2], "crossing", at_gate(), (rng.randint(11, 13), rng.choice([7, 18]), rng.randrange(5, 60, 10)), "compliant",
            "October: open from 07 to 19 h")
    for i in range(8):
        add(sides[i % 2], "crossing", at_gate(), (rng.randint(1, 10), rng.choice([7, 18]), rng.randrange(5, 60, 10)), "apparent_breach",
            "September: closed before 08 and from 18 h on")
    for i in range(10):
        d = rng.randint(1, 13)
        add(sides[i % 2], "crossing", elsewhere(), (d, open_hour(d), 30), "apparent_breach", "not at a crossing point")
    for i in range(10):
        d = rng.randint(1, 13)
        add(sides[i % 2], "crossing", elsewhere(), (d, open_hour(d), 30), "exempt", "permit, and notice of a day or more",
            permit="commission", notice=rng.choice(["24 h", "36 h", "2 d"]))
    for i in range(6):
        d = rng.randint(1, 13)
        add(sides[i % 2], "crossing", elsewhere(), (d, open_hour(d), 30), "apparent_breach", "permit, and notice of less than a day",
            permit="commission", notice=rng.choice(["6 h", "12 h", "90 min"]))
    for i in range(8):
        d = rng.randint(1, 13)
        add(sides[i % 2], "crossing", at_gate(485, 515), (d, open_hour(d), 40), "undeterminable",
            "the bound reaches over the edge of the crossing point", uncertainty_m=40)
    for i in range(8):
        add(sides[i % 2], "mine", at_gate(), (rng.randint(0, 5), rng.randint(8, 16), 0), "pending", "mines are cleared until D+6")
    for i in range(5):
        add(sides[i % 2], "mine", at_gate(), (rng.randint(6, 13), rng.randint(8, 16), 0), "apparent_breach", "mines after D+6")
    side = {"north": 1, "south": -1}
    for i in range(8):
        add("south", "armed", line.put(rng, rng.uniform(200, 2000)), (rng.randint(10, 13), rng.randint(6, 20), 10), "suspended",
            "over the line, while the rule is suspended for the south")
    for i in range(8):
        add("north", "armed", line.put(rng, -rng.uniform(200, 2000)), (rng.randint(0, 13), rng.randint(6, 20), 10), "apparent_breach",
            "over the line")
    for i in range(18):
        party = sides[i % 2]
        add(party, "armed", line.put(rng, side[party] * rng.uniform(50, 3000)), (rng.randint(0, 13), rng.randint(6, 20), 20),
            "compliant", "on its own side")
    # Somebody who stands on the line has not crossed it.
    for i in range(4):
        add(sides[i % 2], "armed", points[150 + 40 * i], (3 + i, 12, 0), "compliant", "on the line itself", uncertainty_m=0)
    # A capture, and the handover within 24 hours of it.
    def held(day, hour, minute, back, case, party="north"):
        add(party, "capture", line.put(rng, side[party] * 1500), (day, hour, minute), "unregulated", "a capture breaks no rule",
            case=case, offset_too=True)
        if back:
            add(party, "handover", at_gate(), back, "unregulated", "a handover breaks no rule", case=case, **({"offset_too": True}))
    held(1, 9, 0, (2, 8, 40), "K-1")
    held(3, 14, 20, (4, 11, 0), "K-2", "south")
    held(6, 20, 0, (7, 20, 40), "K-3")
    held(8, 9, 30, (9, 13, 0), "K-4", "south")
    held(13, 10, 0, None, "K-5")
    # Lists until D+10, visits of the commission to each gate in each week.
    add("north", "list", at_gate(gate=gates[0]), (10, 0, 0), offset_too=True)
    add("south", "list", at_gate(gate=gates[1]), (11, 9, 0), offset_too=True)
    for when, g in [((2, 10, 0), 0), ((3, 10, 0), 1), ((9, 11, 0), 0), ((11, 11, 0), 1)]:
        add("commission", "visit", at_gate(0, 300, gates[g]), when)
    add("commission", "visit", at_gate(495, 505, gates[2]), (5, 10, 0), uncertainty_m=60)
    for _ in range(14):
        add(rng.choice(sides), rng.choice(["crossing", "armed", "civilian"]), rng.choice([at_gate(0, 900), elsewhere()]), any_time(rng),
            uncertainty_m=rng.choice([5, 20, 60]))
    number(rows, "RP-")
    crossings = [r for r in rows if r["category"] == "crossing" and "truth" in r]
    copies = [dict(r, source="escort") for r in rng.sample(crossings, 7)]
    for r in copies:
        r.pop("truth", None)
    rows += copies
    rows.sort(key=lambda r: r["order"])
    columns = ["id", "time", "latitude", "longitude", "uncertainty_m", "party", "category", "persons", "permit", "notice", "case",
               "source"]
    dump_table(f"{story}/mended.csv", columns, rows + [
        {"id": "RP-0901", "time": "2026-10-03 09:10", "latitude": points[260][1], "longitude": points[260][0], "uncertainty_m": 10,
         "party": "south", "category": "crossing", "persons": 4, "source": "post 2"}])
    dump_table(f"{story}/reports.csv", columns, rows + [
        {"id": "RP-0901", "time": "2026-10-03 09:10", "latitude": "5O.31", "longitude": points[260][0], "uncertainty_m": 10,
         "party": "south", "category": "crossing", "persons": 4, "source": "post 2"}])
    dump_truth(story, rows)


# --- deconfliction-office ----------------------------------------------------------------------------------

def deconfliction_office():
    rng = random.Random(1105)
    story = "deconfliction-office"
    points = wander(rng, (-21.4, -44.2), (-19.6, -43.5), 9, 0.10)
    line = Chain(points)
    dump_line(f"{story}/line.geojson", points, "line of contact")
    power = wander(rng, (-20.9, -44.45), (-20.0, -44.25), 5, 0.05)
    dump_line(f"{story}/power.geojson", power, "power line")
    passage = wander(rng, (-20.7, -43.25), (-20.1, -43.1), 5, 0.06)
    dump_line(f"{story}/corridor.geojson", passage, "corridor")
    hospital, clinic, store = (-20.6, -43.45), (-20.25, -43.35), (-19.85, -43.2)
    plant = blob(rng, (-20.45, -44.62), 900, 32, 0.1)
    dump_area(f"{story}/plant.geojson", plant, "power plant")
    wire, road, start, rows = Chain(power), Chain(passage), datetime(2026, 11, 1), []

    def add(category, place, when, truth=None, why="", party="", notation="decimal", **more):
        d, h, m = when
        moment = start + timedelta(days=d, hours=h, minutes=m)
        text = {"decimal": f"{place[1]:.5f}, {place[0]:.5f}"}.get(notation) or mgrs(place, int(notation))
        row = {"order": (d, h, m), "time": (moment + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%MZ"), "position": text,
               "party": party, "category": category, "source": rng.choice(["office", "party A", "party B", "partner"])}
        row.update(more)
        if truth:
            row.update(truth=truth, why=why)
        rows.append(row)
        return row

    def ring(centre, least, most):
        r, a = rng.uniform(least, most), rng.uniform(0, 6.3)
        return moved(centre, r * math.cos(a), r * math.sin(a))

    day = lambda first, last: (rng.randint(first, last), rng.randint(0, 23), rng.randrange(0, 60, 5))
    far = lambda: line.put(rng, rng.choice([-1, 1]) * rng.uniform(200, 4000))
    site = lambda: rng.choice([(hospital, 2000), (clinic, 1000), (store, 1000)])
    text = lambda p: f"{p[1]:.5f}, {p[0]:.5f}"
    # A shot has two places.
    for _ in range(12):
        c, r = site()
        add("shot", ring(c, 0, r - 150), day(0, 13), "apparent_breach", "its effect is in a protected ring", "a",
            uncertainty_m=50, origin_position=text(far()), origin_uncertainty_m=100)
    for _ in range(12):
        c, r = site()
        add("shot", far(), day(0, 13), "apparent_breach", "its effect is elsewhere, its origin is in a protected ring", "b",
            uncertainty_m=50, origin_position=text(ring(c, 0, r - 250)), origin_uncertainty_m=100)
    for _ in range(14):
        add("shot", far(), day(0, 13), "compliant", "origin and effect are both outside", rng.choice("ab"),
            uncertainty_m=50, origin_position=text(far()), origin_uncertainty_m=200)
    for _ in range(10):
        add("shot", far(), day(0, 13), "undeterminable", "nobody saw where it came from", "", uncertainty_m=50)
    # Circles of 90 %, cells of a grid.
    for _ in range(10):
        c, r = site()
        add("explosion", ring(c, r - 60, r + 60), day(0, 13), "undeterminable", "the circle of 90 % lies over the edge",
            uncertainty_m=150, uncertainty_level="CE90")
    for _ in range(12):
        c, r = site()
        add("explosion", ring(c, 0, r * 0.3), day(0, 13), None, "", uncertainty_m=60, uncertainty_level="CE90")
    for _ in range(10):
        c, r = hospital, 2000
        place = ring(c, r - 100, r + 100)
        add("explosion", place, day(0, 13), "undeterminable", "a cell of 1 km over the edge of the ring", notation="2")
    for _ in range(10):
        add("explosion", ring(hospital, 200, 1500), day(0, 13), "apparent_breach", "a cell of 100 m inside the ring", notation="3")
    # The plant: nobody agreed how far its ring reaches.
    for _ in range(10):
        add("explosion", ring((-20.45, -44.62), 3000, 8000), day(0, 13), "undeterminable", "the width of the ring is not known",
            uncertainty_m=100)
    for _ in range(6):
        add("explosion", ring((-20.45, -44.62), 0, 500), day(0, 13), "apparent_breach", "on the grounds of the plant",
            uncertainty_m=100)
    # 400 m in total along the power line.
    for _ in range(8):
        add("explosion", wire.put(rng, rng.choice([-1, 1]) * rng.uniform(20, 140)), day(0, 13), "apparent_breach",
            "within 200 m of the power line", uncertainty_m=30)
    for _ in range(8):
        while True:
            place = wire.put(rng, rng.choice([-1, 1]) * rng.uniform(250, 370))
            if math.hypot(*offset(place, (-20.45, -44.62))) > 12500:
                break
        add("explosion", place, day(0, 13), "compliant", "farther than 200 m from the power line", uncertainty_m=30)
    # Detections of heat: not in the agreement's words, so nobody knows what they are.
    for _ in range(20):
        place = rng.choice([ring(hospital, 0, 1500), ring(clinic, 0, 600), wire.put(rng, rng.uniform(-60, 60))])
        add("thermal", place, day(0, 13), "undeterminable", "a detection of heat may be something else", source="VIIRS",
            width_m=rng.choice([390, 420, 480]), length_m=rng.choice([360, 380, 420]), heading_deg=rng.choice([101, 102, 281]))
    for _ in range(20):
        add("thermal", line.put(rng, rng.choice([-1, 1]) * rng.uniform(1000, 4000)), day(0, 13), None, "", source="VIIRS",
            width_m=rng.choice([390, 420, 480]), length_m=rng.choice([360, 380, 420]), heading_deg=rng.choice([101, 102, 281]))
    # The corridor: 08 to 16 h on the clock of the agreement, from D+2 to D+9.
    within = lambda: road.put(rng, rng.uniform(-800, 800), stretch=(0.2, 0.8))
    for _ in range(8):
        add("relief", within(), (rng.randint(2, 8), rng.randint(8, 15), 10), "exempt", "notified two days before", notice=rng.choice(["48 h", "3 d"]),
            uncertainty_m=20)
    for _ in range(6):
        add("relief", within(), (rng.randint(2, 8), rng.randint(8, 15), 10), "apparent_breach", "notified too late", notice="12 h",
            uncertainty_m=20)
    for _ in range(8):
        add("vehicle", within(), (rng.randint(2, 8), rng.randint(8, 15), 20), "apparent_breach", "no relief, in the hours of the corridor",
            "b", uncertainty_m=20)
    for h in (7, 16, 17, 21):
        add("vehicle", within(), (rng.randint(2, 8), h, 20), "unregulated", "outside the hours of the corridor", "b", uncertainty_m=20)
    # Heavy weapons: 10 km behind the line from D+5 on.
    side = {"a": 1, "b": -1}
    for i in range(12):
        p = "ab"[i % 2]
        add("howitzer", line.put(rng, side[p] * rng.uniform(500, 9000)), day(0, 4), "pending", "withdrawal until D+5", p, uncertainty_m=25)
    for i in range(8):
        add("howitzer", line.put(rng, rng.uniform(500, 9000)), day(5, 13), "apparent_breach", "less than 10 km behind the line", "a",
            uncertainty_m=25)
    for i in range(8):
        add("howitzer", line.put(rng, -rng.uniform(500, 9000)), day(9, 13), "suspended", "suspended for B from D+9", "b", uncertainty_m=25)
    number(rows, "DO-")
    rows += [dict(r, source="partner") for r in rng.sample([r for r in rows if r["category"] == "explosion"], 6)]
    for r in rows[-6:]:
        r.pop("truth", None)
    rows.sort(key=lambda r: r["order"])
    rows += [{"id": "DO-0901", "time": "2026-11-14T09:00Z", "position": "27G XX 12 345", "category": "explosion", "source": "partner"},
             {"id": "DO-0902", "time": "2026-11-14T11:00Z", "position": "near the clinic", "category": "explosion", "source": "party A"}]
    dump_table(f"{story}/reports.csv", ["id", "time", "position", "uncertainty_m", "uncertainty_level", "width_m", "length_m",
                                        "heading_deg", "party", "category", "origin_position", "origin_uncertainty_m", "notice",
                                        "source"], rows)
    dump_truth(story, rows)


if __name__ == "__main__":
    technical_support()
    verified_camps()
    observer_force()
    repatriation()
    deconfliction_office()
