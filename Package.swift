// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors where `CI` is set; a user with a newer compiler must still be able to build.
let strict = Context.environment["CI"] != nil

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

let package = Package(
  name: "linkcheck",
  products: [
    .library(name: "LinkGraph", targets: ["LinkGraph"]),
    .executable(name: "linkcheck", targets: ["linkcheck"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    // What is left of cmark-gfm when it may cost only so much: C, because a parse is left by a jump.
    .target(name: "CBoundedMark", dependencies: ["CMarkGFM"]),
    // openat2(2), statx(2), renameat2(2), epoll(7), eventfd(2) and memmem(3) have no usable Swift
    // import.
    .systemLibrary(name: "CSystem"),
    .target(
      name: "LinkGraph",
      dependencies: [
        "CBoundedMark", "CLibCurl", "CLibXML2", "CMarkGFM", "CSystem", "CZlib",
        .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "HeapModule", package: "swift-collections"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["rooms.txt"],
      resources: [
        .embedInCode("Reporting/HTML/Assets/report.css"),
        .embedInCode("Reporting/HTML/Assets/report.js"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "linkcheck",
      dependencies: [
        "LinkGraph",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings),
    // Test support, not part of the product: what its programs write by hand.
    .target(name: "TestFormats", path: "Tests/TestFormats", swiftSettings: settings),
    // Writes mirrors with known defects.
    .executableTarget(
      name: "generate-mirror",
      dependencies: [
        "TestFormats", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/MirrorGenerator",
      swiftSettings: settings),
    // A server that misbehaves in every way, by path.
    .systemLibrary(
      name: "COpenSSL", path: "Tests/COpenSSL", pkgConfig: "openssl",
      providers: [.apt(["libssl-dev"])]),
    .executableTarget(
      name: "fault-server",
      dependencies: [
        "COpenSSL", "TestFormats",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/FaultServer",
      swiftSettings: settings),
    .testTarget(
      name: "LinkGraphTests",
      dependencies: ["LinkGraph", "CLibXML2", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .testTarget(
      name: "linkcheckTests",
      dependencies: ["linkcheck", "generate-mirror", "fault-server"],
      exclude: ["Snapshots"],
      swiftSettings: settings),
  ]
)
