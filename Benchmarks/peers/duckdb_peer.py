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


def join(n):
    found = db.execute(
        "SELECT points.id FROM points JOIN zones ON ST_Intersects(zones.shape, points.place)"
    ).fetchnumpy()
    return np.bincount(found["id"], minlength=n)


measure("DuckDB spatial", "spatial join, points made before", duckdb.__version__, points, join)
