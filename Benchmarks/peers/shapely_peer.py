#!/usr/bin/env python3
"""Shapely with prepared geometries and whole arrays. Usage: shapely_peer.py FOLDER MOST RUNS"""
import numpy as np
import shapely
from common import geometries, measure

zones = geometries()
for zone in zones:
    shapely.prepare(zone)
version = f"{shapely.__version__}, GEOS {shapely.geos_version_string}"


def every(p):
    count = np.zeros(len(p), np.uint8)
    for zone in zones:
        count += shapely.intersects_xy(zone, p[:, 0], p[:, 1])
    return count


def nested(p):
    """From the largest zone inwards, each on the positions that the one before contains."""
    count = np.zeros(len(p), np.uint8)
    left = np.arange(len(p))
    x, y = p[:, 0], p[:, 1]
    for zone in reversed(zones):
        inside = shapely.intersects_xy(zone, x, y)
        left, x, y = left[inside], x[inside], y[inside]
        count[left] += 1
    return count


measure("Shapely, prepared, vectorised", "every zone tested", version, np.ascontiguousarray, every)
measure("Shapely, prepared, vectorised", "nested, early out", version, np.ascontiguousarray, nested)
