// What is drawn comes with the drawing.
@_exported import Agreements
@_exported import Geodesy
