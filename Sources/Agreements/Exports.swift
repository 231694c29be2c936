// What agreements are made of comes with them.
@_exported import Geodesy
@_exported import ZoneIndexing
@_exported import Zones
