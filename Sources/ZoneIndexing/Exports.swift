// What plans are made of comes with the index.
@_exported import Geodesy
@_exported import Zones
