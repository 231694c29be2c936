/// The files of `Catalogue`, which are part of the program.
enum EmbeddedCatalogue {
    /// Their bytes, by the names of the precedents.
    static let texts: [String: [UInt8]] = [
        "korea-1953": PackageResources.korea_1953_yaml,
        "kumanovo-1999": PackageResources.kumanovo_1999_yaml,
        "minsk-2015-package": PackageResources.minsk_2015_package_yaml,
    ]
}
