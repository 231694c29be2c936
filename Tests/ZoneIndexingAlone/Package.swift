// swift-tools-version: 6.2
import PackageDescription

// A program that imports the product `ZoneIndexing` and nothing else of the package, as other tools
// would; `check` looks at what it is linked with.
let package = Package(
    name: "ZoneIndexingAlone",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "swift-demarcation", path: "../..")],
    targets: [
        .executableTarget(
            name: "alone",
            dependencies: [.product(name: "ZoneIndexing", package: "swift-demarcation")])
    ],
    swiftLanguageModes: [.v6]
)
