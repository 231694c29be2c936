"""Makes the benchmark's input: point features with four properties about the dense line.

Usage: make.py COUNT DATA FOLDER     DATA holds line.bin and near.bin (zone-bench data DATA)

Writes features.geojson, features.csv, line.geojson and agreement.yaml into FOLDER.
"""
import array
import json
import os
import random
import sys

count, data, folder = int(sys.argv[1]), sys.argv[2], sys.argv[3]
random.seed(20261201)


def positions(name, most=None):
    """Longitudes and latitudes of a file of doubles, at most so many."""
    path = os.path.join(data, name)
    numbers = array.array("d")
    total = os.path.getsize(path) // 8
    with open(path, "rb") as file:
        numbers.fromfile(file, min(total, 2 * most) if most else total)
    return list(zip(numbers[0::2], numbers[1::2]))


with open(os.path.join(folder, "line.geojson"), "w") as out:
    line = [[round(x, 7), round(y, 7)] for x, y in positions("line.bin")]
    json.dump({"type": "LineString", "coordinates": line}, out)

widths = [2, 5, 15, 25, 50, 70, 140]
with open(os.path.join(folder, "agreement.yaml"), "w") as out:
    out.write("parties: {north: Party North, south: Party South}\nlines:\n")
    out.write("  contact: {geometry: line.geojson, left: north, right: south}\nzones:\n")
    for km in widths:
        out.write(f"  z{km}: {{within: {km} km each side, of: contact}}\n")
    out.write("rules:\n  no-forces: {in: z2, prohibits: [military]}\n")
    out.write("  no-guns: {in: z15, prohibits: [artillery]}\n")

near = positions("near.bin", count)
if len(near) < count:
    sys.exit(f"{data}/near.bin has {len(near)} positions, not {count}")
categories = ["artillery", "tank", "military", "truck", "drone"]
features = open(os.path.join(folder, "features.geojson"), "w")
table = open(os.path.join(folder, "features.csv"), "w")
features.write('{"type":"FeatureCollection","features":[\n')
table.write("id,lon,lat,category,party,time,uncertainty_m,note\n")
for k, (lon, lat) in enumerate(near):
    category, party = random.choice(categories), random.choice(["north", "south"])
    time = "2026-12-%02dT%02d:%02d:00Z" % (
        random.randint(1, 28), random.randint(0, 23), random.randint(0, 59))
    error = random.randint(0, 99)
    features.write(
        '%s{"type":"Feature","properties":{"category":"%s","party":"%s","time":"%s",'
        '"uncertainty_m":%d},"geometry":{"type":"Point","coordinates":[%.6f,%.6f]}}'
        % (",\n" if k else "", category, party, time, error, lon, lat))
    table.write("r%d,%.6f,%.6f,%s,%s,%s,%d,seen from the road\n"
                % (k, lon, lat, category, party, time, error))
features.write("\n]}\n")
