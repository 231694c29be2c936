// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        // By name: without it the identity would be the checkout folder's name.
        .package(name: "swift-demarcation", path: "../"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // No traits: its interposers are not needed, and its malloc counts are not used.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.0", traits: []),
    ],
    targets: [
        .target(
            name: "BenchmarkData",
            dependencies: [.product(name: "Demarcation", package: "swift-demarcation")]),
        .executableTarget(
            name: "zone-bench",
            dependencies: [
                "BenchmarkData",
                .product(name: "Demarcation", package: "swift-demarcation"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "ZoneBenchmarks",
            dependencies: [
                "BenchmarkData",
                .product(name: "Demarcation", package: "swift-demarcation"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/ZoneBenchmarks",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    ],
    swiftLanguageModes: [.v6]
)
