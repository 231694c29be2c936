"""Makes the benchmark's input from a seed: point features with four properties about a line.

Usage: make.py COUNT FOLDER     writes features.geojson, features.csv, line.geojson, agreement.yaml
"""
import json
import math
import os
import random
import sys

count, folder = int(sys.argv[1]), sys.argv[2]
random.seed(20261201)

line = [[34 + k * 4 / 400, 48 + 0.3 * math.sin(k / 31) + 0.05 * math.sin(k / 3)] for k in range(401)]
with open(os.path.join(folder, "line.geojson"), "w") as out:
    json.dump({"type": "LineString", "coordinates": [[round(x, 6), round(y, 6)] for x, y in line]}, out)

widths = [2, 5, 15, 25, 50, 70, 140]
with open(os.path.join(folder, "agreement.yaml"), "w") as out:
    out.write("parties: {north: Party North, south: Party South}\nlines:\n")
    out.write("  contact: {geometry: line.geojson, left: north, right: south}\nzones:\n")
    for km in widths:
        out.write(f"  z{km}: {{within: {km} km each side, of: contact}}\n")
    out.write("rules:\n  no-forces: {in: z2, prohibits: [military]}\n")
    out.write("  no-guns: {in: z15, prohibits: [artillery]}\n")

categories = ["artillery", "tank", "military", "truck", "drone"]
features = open(os.path.join(folder, "features.geojson"), "w")
table = open(os.path.join(folder, "features.csv"), "w")
features.write('{"type":"FeatureCollection","features":[\n')
table.write("id,lon,lat,category,party,time,uncertainty_m,note\n")
for k in range(count):
    lon, lat = random.uniform(34, 38), random.uniform(47, 49)
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
