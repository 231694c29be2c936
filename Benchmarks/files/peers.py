"""What a user would take instead: finds 7 zones, no distances, and writes GeoJSON.

Usage: peers.py NAME INPUT LINE OUTPUT [EXTENSION]      NAME: orjson, geopandas or duckdb
EXTENSION is DuckDB's file `spatial.duckdb_extension`; without it DuckDB downloads its own.

The zones are buffers in UTM 37N, as is usual, with arcs that deviate by at most 10 m, and are not exact
(docs/accuracy.md). As they lie in one another, each is asked only for the points that the next larger one
contains, all of them at once.
"""
import json
import math
import sys

name, source, line_file, output = sys.argv[1:5]
widths = [2, 5, 15, 25, 50, 70, 140]

import numpy
import pyproj
import shapely
from shapely.geometry import shape
from shapely.ops import transform

to_metres = pyproj.Transformer.from_crs(4326, 32637, always_xy=True).transform
to_degrees = pyproj.Transformer.from_crs(32637, 4326, always_xy=True).transform
line = transform(to_metres, shape(json.load(open(line_file))))


def zone(km):
    """The buffer, with as many segments to a quarter circle as keep within 10 m."""
    half = math.acos(1 - 10 / (km * 1000))
    return transform(to_degrees, line.buffer(km * 1000, quad_segs=math.ceil(math.pi / 4 / half)))


zones = {f"z{km}": zone(km) for km in widths}


def nested(points):
    """For each point how many of the widths, from the smallest, do not contain it."""
    outside = numpy.full(len(points), len(widths), dtype=numpy.int8)
    asked = numpy.arange(len(points))
    for rank in reversed(range(len(widths))):
        polygon = zones[f"z{widths[rank]}"]
        shapely.prepare(polygon)
        asked = asked[shapely.contains(polygon, points[asked])]
        outside[asked] = rank
    return outside


names = [[f"z{km}" for km in widths[rank:]] for rank in range(len(widths) + 1)]

if name == "orjson":
    import orjson

    document = orjson.loads(open(source, "rb").read())
    features = document["features"]
    places = numpy.array([feature["geometry"]["coordinates"] for feature in features])
    outside = nested(shapely.points(places)).tolist()
    for feature, rank in zip(features, outside):
        feature["properties"]["zones"] = names[rank]
    open(output, "wb").write(orjson.dumps(document))
elif name == "geopandas":
    import geopandas

    frame = geopandas.read_file(source, engine="pyogrio", use_arrow=True)
    texts = numpy.array([",".join(found) for found in names], dtype=object)
    frame["zones"] = texts[nested(frame.geometry.values.to_numpy())]
    frame.to_file(output, driver="GeoJSON", engine="pyogrio", use_arrow=True)
elif name == "duckdb":
    import duckdb

    database = duckdb.connect()
    database.execute("set threads to 1")
    extension = sys.argv[5] if len(sys.argv) > 5 else None
    database.execute(f"load '{extension}'" if extension else "install spatial; load spatial")
    database.execute("create table zones (name text, shape geometry)")
    for key, polygon in zones.items():
        database.execute("insert into zones values (?, ST_GeomFromText(?))", [key, polygon.wkt])
    inner = "''"
    for km in widths:
        shape_of = f"(select shape from zones where name = 'z{km}')"
        larger = ",".join(f"z{other}" for other in widths if other >= km)
        # From the largest zone inwards: what it does not contain is in no smaller one.
        inner = (
            f"case when ST_Contains({shape_of}, geom) "
            f"then coalesce(nullif({inner}, ''), '{larger}') else '' end")
    database.execute(
        f"copy (select *, {inner} as zones from ST_Read('{source}')) "
        f"to '{output}' with (format gdal, driver 'GeoJSON')")
else:
    sys.exit(64)
