// One import for users: everything public of the package's modules.
@_exported import AgreementFiles
@_exported import Agreements
@_exported import GeoJSONText
@_exported import Geodesy
@_exported import Notations
@_exported import ReportFiles
@_exported import ZoneDrawing
@_exported import ZoneIndexing
@_exported import Zones
