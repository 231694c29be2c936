#!/usr/bin/env python3
"""The seven zones as people draw them, for the programs that test polygons.

    polygons.py FOLDER

Shapely buffers the line at each limit in an azimuthal equal-area plane about its middle, with 16
segments to a quarter circle as it does by default, and brings the polygons back to longitude and
latitude. Writes zone-N.wkb and polygons.bin: 64-bit counts of zones, polygons, rings and vertices,
then longitude and latitude.
"""
import struct
import sys

import numpy as np
import pyproj
import shapely

LIMITS = [2, 5, 15, 25, 50, 70, 140]
folder = sys.argv[1]
line = np.fromfile(folder + "/line.bin").reshape(-1, 2)
west, south = line.min(axis=0)
east, north = line.max(axis=0)
plane = f"+proj=laea +lon_0={(west + east) / 2} +lat_0={(south + north) / 2} +datum=WGS84"
there = pyproj.Transformer.from_crs("OGC:CRS84", plane, always_xy=True)
flat = shapely.linestrings(np.column_stack(there.transform(line[:, 0], line[:, 1])))


def back(coordinates):
    x, y = there.transform(coordinates[:, 0], coordinates[:, 1], direction="INVERSE")
    return np.column_stack([x, y])


zones = []
for limit in LIMITS:
    zone = shapely.transform(shapely.buffer(flat, limit * 1000, quad_segs=16), back)
    if not shapely.is_valid(zone):
        zone = shapely.make_valid(zone)
    zones.append(zone)
    print(f"polygons: {limit} km, {shapely.get_num_coordinates(zone)} vertices", file=sys.stderr)

with open(folder + "/polygons.bin", "wb") as file:
    count = lambda n: file.write(struct.pack("<Q", n))
    count(len(zones))
    for number, zone in enumerate(zones):
        with open(f"{folder}/zone-{number}.wkb", "wb") as wkb:
            wkb.write(shapely.to_wkb(zone, byte_order=1))
        parts = shapely.get_parts(zone)
        count(len(parts))
        for part in parts:
            rings = [part.exterior, *part.interiors]
            count(len(rings))
            for ring in rings:
                vertices = shapely.get_coordinates(ring)
                count(len(vertices))
                file.write(vertices.astype("<f8").tobytes())
