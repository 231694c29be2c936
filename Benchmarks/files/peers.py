"""What a user would take instead: finds 7 zones, no distances, and writes GeoJSON.

Usage: peers.py NAME INPUT LINE OUTPUT [EXTENSION]      NAME: orjson, geopandas or duckdb
EXTENSION is DuckDB's file `spatial.duckdb_extension`; without it DuckDB downloads its own.
The zones are buffers in UTM 37N, as is usual; they are not exact (docs/accuracy.md).
"""
import json
import sys

name, source, line_file, output = sys.argv[1:5]
widths = [2, 5, 15, 25, 50, 70, 140]

import pyproj
import shapely
from shapely.geometry import shape
from shapely.ops import transform

to_metres = pyproj.Transformer.from_crs(4326, 32637, always_xy=True).transform
to_degrees = pyproj.Transformer.from_crs(32637, 4326, always_xy=True).transform
line = transform(to_metres, shape(json.load(open(line_file))))
zones = {f"z{km}": transform(to_degrees, line.buffer(km * 1000)) for km in widths}

if name == "orjson":
    import orjson
    document = orjson.loads(open(source, "rb").read())
    features = document["features"]
    places = [feature["geometry"]["coordinates"] for feature in features]
    points = shapely.points([p[0] for p in places], [p[1] for p in places])
    found = {}
    for zone, polygon in zones.items():
        shapely.prepare(polygon)
        found[zone] = shapely.contains(polygon, points)
    for k, feature in enumerate(features):
        feature["properties"]["zones"] = [zone for zone in zones if found[zone][k]]
    open(output, "wb").write(orjson.dumps(document))
elif name == "geopandas":
    import geopandas
    frame = geopandas.read_file(source, engine="pyogrio", use_arrow=True)
    for zone, polygon in zones.items():
        shapely.prepare(polygon)
        frame[zone] = shapely.contains(polygon, frame.geometry.values)
    frame.to_file(output, driver="GeoJSON", engine="pyogrio", use_arrow=True)
elif name == "duckdb":
    import duckdb
    database = duckdb.connect()
    extension = sys.argv[5] if len(sys.argv) > 5 else None
    database.execute(f"load '{extension}'" if extension else "install spatial; load spatial")
    database.execute("create table zones (name text, shape geometry)")
    for zone, polygon in zones.items():
        database.execute("insert into zones values (?, ST_GeomFromText(?))", [zone, polygon.wkt])
    columns = ", ".join(
        f"ST_Contains((select shape from zones where name = '{zone}'), geom) as {zone}"
        for zone in zones)
    database.execute(
        f"copy (select *, {columns} from ST_Read('{source}')) to '{output}' "
        "with (format gdal, driver 'GeoJSON')")
else:
    sys.exit(64)
