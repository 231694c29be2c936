// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the library's users do not build it.
let package = Package(
    name: "oracle-check",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "swift-demarcation", path: "../../")],
    targets: [
        .executableTarget(
            name: "oracle-check",
            dependencies: [.product(name: "Demarcation", package: "swift-demarcation")]),
        .executableTarget(
            name: "notations-table",
            dependencies: [.product(name: "Notations", package: "swift-demarcation")]),
    ],
    swiftLanguageModes: [.v6]
)
