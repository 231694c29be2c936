// What declarations here speak of.
@_exported import Geodesy
