#!/usr/bin/env python3
"""DuckDB's spatial extension, on one thread. Usage: duckdb_peer.py FOLDER MOST RUNS [EXTENSION]

EXTENSION is a file `spatial.duckdb_extension`; without it, an installed extension is loaded. DuckDB
checks the file's signature.
"""
import sys

import duckdb
import numpy as np
import pyarrow as pa
from common import ZONES, measure

db = duckdb.connect()
db.execute(f"LOAD '{sys.argv[4]}'" if len(sys.argv) > 4 else "LOAD spatial")
db.execute("SET threads = 1")
zone_bytes = pa.table({"zone": range(7), "wkb": pa.array(ZONES, pa.binary())})
db.execute("CREATE TABLE zones AS SELECT zone, ST_GeomFromWKB(wkb) AS shape FROM zone_bytes")


def points(p):
    source = pa.table({"id": np.arange(len(p)), "lon": p[:, 0].copy(), "lat": p[:, 1].copy()})
    db.execute("CREATE OR REPLACE TABLE points AS SELECT id, ST_Point(lon, lat) AS place FROM source")
    return len(p)


# A zone that is one value for the whole query is prepared by GEOS for every 2,048 positions; in a
# spatial join of positions with zones it is not, and that is a hundred times slower.
def inside(zone):
    return f"ST_Intersects((SELECT shape FROM zones WHERE zone = {zone}), place)"


def every(n):
    terms = " + ".join(f"{inside(zone)}::UTINYINT" for zone in range(7))
    return db.execute(f"SELECT {terms} AS count FROM points").fetchnumpy()["count"]


def nested(n):
    """From the largest zone inwards."""
    count = "7"
    for zone in range(7):
        count = f"CASE WHEN {inside(zone)} THEN {count} ELSE {6 - zone} END"
    return db.execute(f"SELECT {count} AS count FROM points").fetchnumpy()["count"]


measure("DuckDB spatial", "every zone tested", duckdb.__version__, points, every)
measure("DuckDB spatial", "nested, early out", duckdb.__version__, points, nested)
