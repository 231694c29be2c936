#if canImport(CryptoKit)
    import CryptoKit

    /// The SHA-256 of bytes that come in chunks.
    package final class ByteHash {
        private var hash = SHA256()
        package init() {}
        package func add(_ bytes: UnsafeRawBufferPointer) {
            hash.update(bufferPointer: bytes)
        }
        /// The hash of all bytes so far, in hexadecimal.
        package func hexadecimal() -> String { hexadecimalText(hash.finalize()) }
    }
#else
    internal import CLibcrypto

    /// The SHA-256 of bytes that come in chunks.
    package final class ByteHash {
        private let context: OpaquePointer?

        package init() {
            // NULL, or 0 from the calls below, only without memory or without SHA-256 in the library
            context = EVP_MD_CTX_new()
            precondition(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "no SHA-256")
        }

        deinit { EVP_MD_CTX_free(context) }

        package func add(_ bytes: UnsafeRawBufferPointer) {
            precondition(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1)
        }

        /// The hash of all bytes so far, in hexadecimal; no bytes may be added after it.
        package func hexadecimal() -> String {
            var digest = [UInt8](repeating: 0, count: 32)
            precondition(EVP_DigestFinal_ex(context, &digest, nil) == 1)
            return hexadecimalText(digest)
        }
    }
#endif

private func hexadecimalText(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
}
