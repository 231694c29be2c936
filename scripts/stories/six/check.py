#!/usr/bin/env python3
"""Compares findings that dmz wrote with `decided.csv` of a story.

check.py STORY/decided.csv NAME=FOUND ...     NAME as in the column `file`
"""

import csv
import json
import sys

FINDINGS = ["apparent_breach", "undeterminable", "counted", "pending", "exempt", "suspended", "compliant"]


def rows(path):
    text = open(path, encoding="utf-8").read()
    if text.startswith("{"):
        for f in json.loads(text)["features"]:
            yield f["properties"] or {}
    else:
        yield from csv.DictReader(text.splitlines())


def found(row):
    if row.get("dmz_error"):
        return "refused", {}
    rules = {}
    for word in FINDINGS:
        names = row.get("dmz_rules_" + word) or []
        for name in names.split(";") if isinstance(names, str) else names:
            if name:
                rules[name] = word
    return row["dmz_finding"], rules


decided = list(csv.DictReader(open(sys.argv[1])))
files = {}
for argument in sys.argv[2:]:
    name, path = argument.split("=", 1)
    files[name] = list(rows(path))
bad = compared = verdicts = 0
counts = {}
for d in decided:
    row = files[d["file"]][int(d["record"]) - 1]
    finding, rules = found(row)
    want = dict(p.split("=") for p in d["rules"].split(";")) if d["rules"] else {}
    compared += 1
    verdicts += len(want)
    counts[finding] = counts.get(finding, 0) + 1
    ident = row.get("id") or row.get("MMSI")
    if (
        ident is not None
        and ident != d["id"]
        or finding != d["finding"]
        or finding != "refused"
        and rules != want
    ):
        bad += 1
        if bad < 12:
            print(
                f"{d['file']} record {d['record']} {d['id']} ({ident}): found {finding} {rules}\n    decided {d['finding']} {want}"
            )
total = sum(len(f) for f in files.values())
print(
    f"{sys.argv[1]}: {compared} of {total} reports compared, {verdicts} findings of rules, {bad} differ; {counts}; "
    f"{sum(1 for d in decided if d['trap'])} traps"
)
sys.exit(bad > 0)
