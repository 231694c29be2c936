#!/usr/bin/env python3
"""Prints the rows of a run as Markdown tables, or puts printed tables into a document.

    table.py SCRATCH COMMAND COMPILER
    table.py --into DOCUMENT TABLES
"""
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"


def rows(path):
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def said(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True)
        return (done.stdout + done.stderr).strip().splitlines()[0]
    except (OSError, IndexError):
        return "unknown"


def rate(value):
    if value is None:
        return ""
    millions = value / 1e6
    return f"{millions:,.0f}" if millions >= 100 else f"{millions:.3g}"


def both(row, key):
    best, median = row.get(key), row.get(key + "Median")
    return rate(best) if best is None else f"{rate(best)} ({rate(median)})"


def wrong(row):
    counts, of = row.get("wrong"), row.get("of")
    if not counts:
        return ["", "", ""]
    return [f"{counts[k]:,} ({100 * counts[k] / of:.1f} %)" if k in counts else "" for k in ("50", "10", "1")]


def table(head, lines):
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for line in lines:
        print("| " + " | ".join(str(cell) for cell in line) + " |")
    print()


def size(row):
    return f"{row['bytes'] / 1e6:.2f} MB" if row.get("bytes") else ""


def build(row):
    return f"{row['build']:.3g} s" if row.get("build") is not None else ""


def machine():
    if not Path("/proc/cpuinfo").exists():
        return said("sysctl", "-n", "machdep.cpu.brand_string")
    found = [l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{found[0] if found else platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GB"


def show(scratch, command, compiler):
    core, peers = rows(scratch / "core.jsonl"), rows(scratch / "peers.jsonl")
    words = scratch / "data" / "words"
    print(f"- Machine: {machine()}; {platform.platform()}; load when the tables were written:"
          f" {os.getloadavg()[0]:.1f}")
    print(f"- Compilers: {said('swift', '--version')}; {said(compiler, '--version')}")
    print(f"- Data: {words.read_text().strip() if words.exists() else 'unknown'}")
    commit = scratch / "commit"
    print(f"- Commit: {commit.read_text().strip() if commit.exists() else 'unknown'};"
          f" command: `{command.strip()}`")
    print()
    print("### Seven nested zones\n")
    print("Millions of positions a second on one core, best run (median run).\n")
    table(
        ["", "version", "how", "uniform", "near the line", "wrong within 50 m", "10 m", "1 m",
         "positions"],
        [[r["name"], r["version"], r["form"], both(r, "uniform"), both(r, "near"), *wrong(r),
          f"{r['count']:,}"]
         for r in [r for r in core if r["name"] in ("floor", "distance zones", "polygon zones")]
         + peers])
    skipped = scratch / "skipped.txt"
    if skipped.exists() and skipped.read_text():
        print("Left out:\n")
        print("\n".join("- " + line for line in skipped.read_text().splitlines()) + "\n")
    ours = {r["name"]: r for r in core}
    sets, mine = ("uniform", "near"), ("distance zones", "polygon zones")
    if "floor" in ours:
        print("### Shares of the floor\n")
        table(["", "uniform", "near the line"],
              [[r["name"], *(f"{r[k] / ours['floor'][k]:.3f}" for k in sets)]
               for r in core if r["name"] != "floor" and all(r.get(k) for k in sets)])
    if peers:
        print("### Times as fast as each peer, in its fastest form on each set\n")
        table(["", *(f"{n}, {k}" for n in mine for k in sets)],
              [[peer, *(f"{ours[n][k] / max(r[k] for r in peers if r['name'] == peer):,.0f}"
                        for n in mine for k in sets)]
               for peer in dict.fromkeys(r["name"] for r in peers)])
    print("### The index, asked in other ways and about other lines\n")
    table(["", "how", "uniform", "near the line", "one position", "build", "size", "positions"],
          [[r["name"], r["form"], both(r, "uniform"), both(r, "near"),
            f"{r['nanoseconds']:.0f} ns" if r.get("nanoseconds") else "", build(r), size(r),
            f"{r['count']:,}"]
           for r in core if r["name"] != "floor"])
    print("### Growth\n")
    table(["", "number", "build", "size", "uniform", "near"],
          [[r["name"], r["form"], build(r), size(r), both(r, "uniform"), both(r, "near")]
           for r in rows(scratch / "growth.jsonl")])


if sys.argv[1] == "--into":
    document = Path(sys.argv[2])
    before, rest = document.read_text().split(BEGIN)
    after = rest.split(END)[1]
    tables = Path(sys.argv[3]).read_text().strip()
    document.write_text(f"{before}{BEGIN}\n\n{tables}\n\n{END}{after}")
else:
    show(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
