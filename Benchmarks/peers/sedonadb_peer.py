#!/usr/bin/env python3
"""SedonaDB's spatial join, on one thread. Usage: sedonadb_peer.py FOLDER MOST RUNS"""
import numpy as np
import pyarrow as pa
import sedonadb
import shapely
from common import ZONES, measure

sd = sedonadb.connect()
try:
    sd.sql("SET datafusion.execution.target_partitions = 1").execute()
except Exception:
    pass
sd.create_data_frame(
    pa.table({"zone": range(7), "wkb": pa.array(ZONES, pa.binary())})
).to_view("zone_bytes", overwrite=True)
sd.sql("SELECT zone, ST_GeomFromWKB(wkb) AS geometry FROM zone_bytes").to_memtable().to_view(
    "zones", overwrite=True
)


def points(p):
    wkb = pa.array(shapely.to_wkb(shapely.points(p)), pa.binary())
    sd.create_data_frame(pa.table({"id": np.arange(len(p)), "wkb": wkb})).to_view(
        "point_bytes", overwrite=True
    )
    sd.sql("SELECT id, ST_GeomFromWKB(wkb) AS geometry FROM point_bytes").to_memtable().to_view(
        "points", overwrite=True
    )
    return len(p)


def join(n):
    found = sd.sql(
        "SELECT points.id FROM points JOIN zones ON ST_Intersects(zones.geometry, points.geometry)"
    ).to_arrow_table()
    return np.bincount(found["id"].to_numpy(), minlength=n)


measure("SedonaDB", "spatial join, points made before", sedonadb.__version__, points, join)
