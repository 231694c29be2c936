#!/usr/bin/env python3
"""GeoPandas' spatial join. Usage: geopandas_peer.py FOLDER MOST RUNS

"within" makes GeoPandas prepare the zones; "intersects" would make it prepare the points.
"""
import geopandas
import numpy as np
import shapely
from common import geometries, measure

zones = geopandas.GeoDataFrame({"zone": range(7)}, geometry=geometries(), crs="OGC:CRS84")


def points(p):
    return geopandas.GeoDataFrame(geometry=shapely.points(p), crs="OGC:CRS84")


def join(p):
    found = geopandas.sjoin(p, zones, predicate="within")
    return np.bincount(found.index.to_numpy(), minlength=len(p))


measure("GeoPandas", "sjoin, points made before", geopandas.__version__, points, join)
