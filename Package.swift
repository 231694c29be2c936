// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "swift-demarcation",
    platforms: [.macOS(.v15)],
    products: [
        .library(
            name: "Demarcation",
            targets: [
                "Demarcation", "Geodesy", "Notations", "Zones", "ZoneIndexing", "GeoJSONText",
                "Agreements", "ZoneDrawing", "AgreementFiles", "ReportFiles",
            ]),
        .library(name: "ZoneIndexing", targets: ["Geodesy", "Zones", "ZoneIndexing"]),
        .library(name: "ZoneDrawing", targets: ["ZoneDrawing"]),
        .library(name: "Notations", targets: ["Geodesy", "Zones", "Notations"]),
        .executable(name: "dmz", targets: ["dmz"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CGEOS", pkgConfig: "geos",
            providers: [.apt(["libgeos-dev"]), .brew(["geos"])]),
        .systemLibrary(
            name: "CPROJ", pkgConfig: "proj",
            providers: [.apt(["libproj-dev"]), .brew(["proj"])]),
        // SHA-256 on Linux; on macOS the system's CryptoKit is used.
        .systemLibrary(
            name: "CLibcrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "CZstd", pkgConfig: "libzstd",
            providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
        // By name, not by pkg-config: simdjson's .pc file carries flags that SwiftPM refuses.
        .target(name: "CSimdjson", linkerSettings: [.linkedLibrary("simdjson")]),
        // MGRS and UTM. By name: only system libraries can be found by pkg-config.
        .target(name: "CGeographicLibText", linkerSettings: [.linkedLibrary("GeographicLib")]),
        .target(name: "CKernels"),
        .target(name: "SystemFiles"),
        .target(name: "Geodesy", dependencies: ["CPROJ"]),
        .target(name: "Datums", dependencies: ["Geodesy", "CPROJ"]),
        .target(name: "Notations", dependencies: ["Geodesy", "Zones", "CGeographicLibText"]),
        .target(name: "LineSearch", dependencies: ["Geodesy", "CKernels"]),
        .target(name: "PlanarGeometry", dependencies: ["Geodesy", "CGEOS"]),
        .target(name: "Zones", dependencies: ["Geodesy"]),
        .target(name: "ZoneIndexing", dependencies: ["Zones", "LineSearch", "CKernels"]),
        .target(name: "GeoJSONText", dependencies: ["Geodesy", "SystemFiles", "CSimdjson"]),
        .target(
            name: "Agreements", dependencies: ["Geodesy", "Zones", "ZoneIndexing", "SystemFiles"]),
        .target(
            name: "ZoneDrawing", dependencies: ["Agreements", "PlanarGeometry", "GeoJSONText"]),
        // The catalogue of precedents is data: YAML files that become part of the program. Alone, since its arrays
        // take the compiler some 10 s.
        .target(name: "PrecedentTexts", resources: [.embedInCode("Catalogue")]),
        .target(
            name: "AgreementFiles",
            dependencies: [
                "Agreements", "Zones", "GeoJSONText", "Notations", "Datums", "SystemFiles",
                "PrecedentTexts", .product(name: "Yams", package: "Yams"),
            ]),
        .target(
            name: "ReportFiles",
            dependencies: [
                "Agreements", "GeoJSONText", "Notations", "Datums", "SystemFiles", "CSimdjson",
                "CZlib", "CZstd",
                .target(name: "CLibcrypto", condition: .when(platforms: [.linux])),
            ],
            // On Linux it is a part of the C library.
            linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
        // Profiles are data: YAML files that become part of the program.
        .target(
            name: "ReportProfiles",
            dependencies: [
                "Agreements", "ReportFiles", "SystemFiles", .product(name: "Yams", package: "Yams"),
            ],
            resources: [.embedInCode("Profiles")]),
        // Pages and pictures. Their words, style and script are data, and become part of the program.
        .target(
            name: "DemarcationReport",
            dependencies: [
                "Agreements", "Geodesy", "Notations", "GeoJSONText", "SystemFiles", "ZoneDrawing",
                "ReportFiles",
            ],
            resources: [.embedInCode("Resources")]),
        // One import for users; nothing of the package depends on it.
        .target(
            name: "Demarcation",
            dependencies: [
                "Geodesy", "Notations", "Zones", "ZoneIndexing", "GeoJSONText", "Agreements",
                "ZoneDrawing", "AgreementFiles", "ReportFiles",
            ]),
        .executableTarget(
            name: "dmz",
            dependencies: [
                "Agreements", "GeoJSONText", "Notations", "Datums", "SystemFiles",
                "AgreementFiles", "ReportFiles", "ReportProfiles", "ZoneDrawing",
                "DemarcationReport", "CGEOS", "CPROJ",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // The oracle: GeographicLib's GeodesicExact and Rhumb, used by tests only.
        .target(
            name: "CGeographicLib", path: "Tests/CGeographicLib",
            linkerSettings: [.linkedLibrary("GeographicLib")]),
        .target(
            name: "TestSupport", dependencies: ["Geodesy", "Zones", "CKernels", "CGeographicLib"],
            path: "Tests/TestSupport"),
        .testTarget(
            name: "GeodesyTests",
            dependencies: ["Geodesy", "CGeographicLib", "TestSupport"]),
        .testTarget(
            name: "NotationsTests",
            dependencies: [
                "Notations", "Zones", "Geodesy", "CPROJ", "CGeographicLib", "TestSupport",
            ]),
        .testTarget(name: "DatumsTests", dependencies: ["Datums", "Geodesy"]),
        .testTarget(
            name: "LineSearchTests",
            dependencies: ["LineSearch", "CKernels", "CGeographicLib", "TestSupport"]),
        .testTarget(
            name: "PlanarGeometryTests", dependencies: ["PlanarGeometry", "Geodesy", "TestSupport"]),
        .testTarget(
            name: "ZonesTests",
            dependencies: ["Zones", "Geodesy", "CGeographicLib", "TestSupport"]),
        .testTarget(
            name: "ZoneIndexingTests",
            dependencies: ["ZoneIndexing", "Zones", "CKernels", "CGeographicLib", "TestSupport"]),
        .testTarget(
            name: "FootprintsTests",
            dependencies: [
                "ZoneIndexing", "Zones", "Notations", "Geodesy", "CGeographicLib", "TestSupport",
            ]),
        .testTarget(
            name: "AgreementsTests",
            dependencies: ["Agreements", "Zones", "CGeographicLib", "TestSupport"]),
        .testTarget(
            name: "ZoneDrawingTests",
            dependencies: ["ZoneDrawing", "Agreements", "Zones", "TestSupport"]),
        .testTarget(
            name: "GeoJSONTextTests", dependencies: ["GeoJSONText", "Geodesy", "TestSupport"]),
        .testTarget(name: "SystemFilesTests", dependencies: ["SystemFiles", "TestSupport"]),
        .testTarget(
            name: "AgreementFilesTests",
            dependencies: ["Zones", "AgreementFiles", "PrecedentTexts", "Datums", "TestSupport"]),
        .testTarget(
            name: "ReportFilesTests",
            dependencies: [
                "Zones", "AgreementFiles", "ReportFiles", "Notations", "Datums", "TestSupport",
            ]),
        .testTarget(
            name: "DemarcationReportTests",
            dependencies: [
                "DemarcationReport", "ReportFiles", "AgreementFiles", "GeoJSONText",
                "CGeographicLib", "TestSupport",
            ]),
        .testTarget(name: "DemarcationTests", dependencies: ["Demarcation"]),
        .testTarget(
            name: "dmzTests",
            dependencies: [
                "Zones", "dmz", "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
