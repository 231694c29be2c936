"""What the Python peers share: reading the files, timing, and one line of JSON per way of asking."""
import json
import sys
import time

import numpy as np
import shapely

FOLDER, MOST, RUNS = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
ZONES = [open(f"{FOLDER}/zone-{k}.wkb", "rb").read() for k in range(7)]


def geometries():
    return [shapely.from_wkb(zone) for zone in ZONES]


def read(name):
    return np.fromfile(f"{FOLDER}/{name}").reshape(-1, 2)


def measure(name, form, version, prepare, classify):
    """`prepare(positions)` puts positions into the peer's own form, outside the timing;
    `classify(prepared)` gives for each how many of the nested zones contain it."""
    row = {"name": name, "form": form, "version": version}
    for which in ("uniform", "near"):
        positions = prepare(read(which + ".bin")[:MOST])
        times = []
        for _ in range(RUNS):
            start = time.perf_counter()
            found = classify(positions)
            times.append(time.perf_counter() - start)
        times.sort()
        row["count"] = len(found)
        row[which] = round(len(found) / times[0])
        row[which + "Median"] = round(len(found) / times[len(times) // 2])
    row["wrong"] = {}
    for reach in ("50", "10", "1"):
        try:
            positions, truth = read(f"limits-{reach}m.bin"), read(f"limits-{reach}m.truth")
        except FileNotFoundError:
            continue
        found = np.asarray(classify(prepare(positions)))
        inside = found >= 7 - truth[:, 0]
        row["wrong"][reach] = int(np.sum(inside != (truth[:, 1] <= 1e-6)))
        row["of"] = len(positions)
    print(json.dumps(row), flush=True)
