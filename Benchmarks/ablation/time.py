"""Times the index without each of its mechanisms beside the whole one, and prints a table.

Usage: time.py FOLDER ROUNDS NAME...     FOLDER/bin holds bench-NAME and dmz-NAME, and those of `whole`

Every round runs all programs once, one after the other. A figure is the median over the rounds of how many
times as long a program takes as the whole one takes in the same round.
"""
import json
import os
import resource
import statistics
import subprocess
import sys

folder, rounds, names = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
here = os.path.dirname(os.path.abspath(__file__))
data = os.path.join(folder, "data")
COUNT, RECORDS = 2_000_000, 300_000


def run(*command, quiet=True):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL if quiet else None)


def make_data():
    if os.path.exists(os.path.join(folder, "uniform", "features.csv")):
        return
    os.makedirs(data, exist_ok=True)
    run(f"{folder}/bin/bench-whole", "data", data, "--count", str(COUNT))
    run(sys.executable, os.path.join(here, "../peers/polygons.py"), data)
    for name in ["near", "uniform"]:
        source = os.path.join(folder, name + "-data")
        for place in [source, os.path.join(folder, name)]:
            os.makedirs(place, exist_ok=True)
        for link, to in [("near.bin", name + ".bin"), ("line.bin", "line.bin")]:
            if not os.path.exists(os.path.join(source, link)):
                os.symlink(os.path.join(data, to), os.path.join(source, link))
        run(sys.executable, os.path.join(here, "../files/make.py"), str(RECORDS), source,
            os.path.join(folder, name))


def core(name):
    """Seconds for a position, by row and set, and seconds and bytes of the index."""
    out = subprocess.run(
        [f"{folder}/bin/bench-{name}", "core", data, "--brief", "--runs", "3", "--budget", "1"],
        check=True, capture_output=True, text=True).stdout
    found = {}
    for row in map(json.loads, out.splitlines()):
        short = {"distance zones": "distance", "polygon zones": "polygons",
                 "distance zones, uncertain reports": "bounds"}.get(row["name"])
        if short is None:
            continue
        for way in ["uniform", "near"]:
            found[f"{short} {way}"] = 1 / row[way]
        if short == "distance":
            found["build"], found["bytes"] = row["build"], row["bytes"]
    return found


def check(name):
    """Seconds of user CPU of `dmz check`, by set."""
    found = {}
    for way in ["uniform", "near"]:
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        run(f"{folder}/bin/dmz-{name}", "check", "-q", "--threads", "1", f"{folder}/{way}/agreement.yaml",
            f"{folder}/{way}/features.csv", "--fields", "dmz_zones,dmz_finding")
        found[f"check {way}"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    return found


make_data()
times = {name: [] for name in ["whole"] + names}
for number in range(rounds):
    for name in times:
        times[name].append({**core(name), **check(name)})
    print(f"ablation: round {number + 1} of {rounds}", file=sys.stderr)
with open(os.path.join(folder, "times.json"), "w") as out:
    json.dump(times, out)
columns = list(times["whole"][0])
print("| without | " + " | ".join(columns) + " |")
print("|---" * (len(columns) + 1) + "|")
for name in names:
    ratios = [
        statistics.median(own[c] / whole[c] for own, whole in zip(times[name], times["whole"]))
        for c in columns]
    print(f"| {name.replace('-', ' ')} | " + " | ".join(f"{r:.2f}" for r in ratios) + " |")
