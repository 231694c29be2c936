"""Holds MGRS as this package writes and reads it against GEOTRANS (the module mgrs); see `notations`."""
import argparse
import csv
import math
import random
import subprocess
import sys

import mgrs

parser = argparse.ArgumentParser()
parser.add_argument("program")
parser.add_argument("--count", type=int, default=1_000_000)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--sample", help="a file for a sample of what GEOTRANS says")
options = parser.parse_args()
rng = random.Random(options.seed)
geotrans = mgrs.MGRS()
# GEOTRANS adds half a millimetre before it cuts digits off, and its series are good to a fraction of one.
NEAR = 1e-3


def place(number):
    """A longitude and latitude, in turn anywhere, on edges of zones and bands, and near the poles."""
    kind = number % 8
    if kind < 3:
        return rng.uniform(-180, 180), math.degrees(math.asin(rng.uniform(-1, 1)))
    hair = rng.choice([0, 0, 1e-9, -1e-9, 1e-6, -1e-6, 1e-3, -1e-3])
    if kind == 3:  # Borders of zones; those of Norway and Svalbard are among them.
        return max(-180, min(180, rng.choice(range(-180, 181, 3)) + hair)), rng.uniform(-80, 84)
    if kind == 4:  # Borders of bands, of UTM, and the equator.
        return rng.uniform(-180, 180), rng.choice([*range(-80, 80, 8), 84]) + hair
    if kind == 5:  # Norway and Svalbard.
        return rng.uniform(-3, 45), rng.uniform(55, 84)
    if kind == 6:  # The poles.
        rest = rng.choice([0, 10 ** rng.uniform(-9, 1)])
        return rng.uniform(-180, 180), rng.choice([-1, 1]) * (90 - rest)
    return rng.choice([-180, -90, 0, 90, 180]) + hair * (1 if rng.random() < .5 else 0), rng.uniform(-90, 90)


def run(lines):
    done = subprocess.run([options.program], input="\n".join(lines) + "\n", capture_output=True,
                          text=True, check=True)
    return done.stdout.splitlines()


def near_border(utm, digits):
    """Whether easting or northing is within NEAR of the border of a cell."""
    side = 10 ** (5 - digits)
    rests = [float(number) % side for number in utm]
    return any(rest < NEAR or side - rest < NEAR for rest in rests)


def distance(a, b):
    """Metres, on a sphere: enough for differences."""
    (x0, y0), (x1, y1) = [(math.radians(x), math.radians(y)) for x, y in (a, b)]
    h = math.sin((y1 - y0) / 2) ** 2 + math.cos(y0) * math.cos(y1) * math.sin((x1 - x0) / 2) ** 2
    return 2 * 6378137 * math.asin(min(1, math.sqrt(h)))


def rounded_or_split(text, longitude, latitude):
    """Whether the place is so near to the border of a zone or band that either may be named."""
    return (abs(latitude - 8 * round(latitude / 8)) < 2e-8
            # GEOTRANS goes over to the polar grids a little later, and names the equator's cells by either band.
            or abs(latitude - 84) < 2e-6 or abs(latitude + 80) < 2e-6
            or abs(longitude - 3 * round(longitude / 3)) < 2e-8)


wrong, excused, refused, greatest, sample = 0, 0, 0, 0.0, []
done = 0
while done < options.count:
    size = min(200_000, options.count - done)
    places = []
    for number in range(size):
        x, y = place(done + number)
        places.append((max(-180.0, min(180.0, x)), max(-90.0, min(90.0, y)), rng.randrange(6)))
    answers = run([f"W {x!r} {y!r} {digits}" for x, y, digits in places])
    texts = []
    for (x, y, digits), answer in zip(places, answers, strict=True):
        text, _, _, easting, northing = answer.split()
        theirs = geotrans.toMGRS(y, x, MGRSPrecision=digits)
        # What GEOTRANS names otherwise on a border is read as this package writes it.
        texts.append(theirs if text == theirs else text)
        if text != theirs:
            if near_border((easting, northing), digits) or rounded_or_split(text, x, y):
                excused += 1
            else:
                wrong += 1
                if wrong < 20:
                    print(f"written: {x!r} {y!r} {digits}: {text}, GEOTRANS {theirs}", file=sys.stderr)
        elif len(sample) < 2400 and rng.random() < 0.015:
            sample.append([repr(x), repr(y), digits, theirs])
    for text, answer in zip(texts, run([f"R {text}" for text in texts]), strict=True):
        if answer.startswith("!"):
            refused += 1
            if refused < 20:
                print(f"read: {text}: {answer}", file=sys.stderr)
            continue
        x, y = map(float, answer.split()[2:])
        # The module gives the centre of the cell.
        latitude, longitude = geotrans.toLatLon(text)
        off = distance((x, y), (longitude, latitude))
        greatest = max(greatest, off)
        if off > 1e-3:
            wrong += 1
            if wrong < 20:
                print(f"read: {text}: {x} {y}, GEOTRANS {longitude} {latitude}, {off} m", file=sys.stderr)
    done += size
print(f"{done} places written and read, seed {options.seed}: {wrong} wrong, {refused} refused, "
      f"{excused} within {NEAR} m of a border; centres at most {greatest:.2g} m apart")
if options.sample:
    with open(options.sample, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["longitude", "latitude", "digits", "mgrs", "centre_longitude", "centre_latitude"])
        for row in sample:
            latitude, longitude = geotrans.toLatLon(row[3])
            writer.writerow([*row, f"{longitude:.9f}", f"{latitude:.9f}"])
sys.exit(1 if wrong or refused else 0)
