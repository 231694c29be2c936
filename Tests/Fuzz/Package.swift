// swift-tools-version: 6.2
import PackageDescription

// Feeds mutated files to the readers; `run` builds and starts it.
let package = Package(
    name: "Fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "swift-demarcation", path: "../..")],
    targets: [
        .executableTarget(
            name: "fuzz",
            dependencies: [.product(name: "Demarcation", package: "swift-demarcation")])
    ],
    swiftLanguageModes: [.v6]
)
