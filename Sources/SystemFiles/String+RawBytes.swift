/// Text that stands for any bytes, such as the names of files, which need not be UTF-8.
///
/// A byte that is no part of UTF-8 becomes a scalar of its own from U+10FE80...U+10FEFF, which are
/// private and named by nobody. Where the bytes spell such a scalar themselves, its bytes are taken
/// one by one, so that every sequence of bytes has one text and gets back to itself.
extension String {
    /// The text of bytes; `rawBytes` gives exactly these back.
    package init(rawBytes bytes: some Collection<UInt8>) {
        if let text = String(validating: bytes, as: UTF8.self),
            !text.unicodeScalars.contains(where: { $0.rawByte != nil })
        {
            self = text
            return
        }
        let bytes = Array(bytes)
        var scalars = UnicodeScalarView()
        var next = 0
        while next < bytes.count {
            var parser = Unicode.UTF8.ForwardParser()
            var rest = bytes[next...].makeIterator()
            if case .valid(let encoded) = parser.parseScalar(from: &rest),
                case let scalar = Unicode.UTF8.decode(encoded), scalar.rawByte == nil
            {
                scalars.append(scalar)
                next += encoded.count
            } else {
                scalars.append(Unicode.Scalar(rawByte: bytes[next]))
                next += 1
            }
        }
        self.init(scalars)
    }

    /// The bytes that the text stands for.
    package var rawBytes: [UInt8] {
        guard unicodeScalars.contains(where: { $0.rawByte != nil }) else { return Array(utf8) }
        return unicodeScalars.flatMap { $0.rawByte.map { [$0] } ?? Array(String($0).utf8) }
    }

    /// The bytes as the system takes the name of a file, with the zero byte behind them.
    ///
    /// No file has a zero byte in its name. Such a text becomes the empty name, which the system
    /// refuses as missing; cut off there it would be the name of another file.
    package var fileName: [CChar] {
        let bytes = rawBytes
        return (bytes.contains(0) ? [] : bytes).map { CChar(bitPattern: $0) } + [0]
    }

    /// The name of a file from the system.
    package init(fileName name: UnsafePointer<CChar>) {
        self.init(rawBytes: String.bytes(name))
    }

    private static func bytes(_ name: UnsafePointer<CChar>) -> [UInt8] {
        var bytes: [UInt8] = []
        while name[bytes.count] != 0 { bytes.append(UInt8(bitPattern: name[bytes.count])) }
        return bytes
    }

    /// The text with each byte that is no UTF-8 written as `\xFF`.
    package var withRawBytesSpelled: String {
        guard unicodeScalars.contains(where: { $0.rawByte != nil }) else { return self }
        return unicodeScalars.map { scalar in
            scalar.rawByte.map { "\\x" + String($0, radix: 16, uppercase: true) } ?? String(scalar)
        }.joined()
    }
}

extension Unicode.Scalar {
    private static let firstOfBytes: UInt32 = 0x10_FE00

    /// The scalar that stands for a byte which is no UTF-8; such bytes are 0x80 or more.
    fileprivate init(rawByte byte: UInt8) {
        // Valid for every byte: the highest is U+10FEFF.
        self = Unicode.Scalar(Self.firstOfBytes + UInt32(byte)) ?? "\u{FFFD}"
    }

    /// The byte that the scalar stands for, if it does.
    var rawByte: UInt8? {
        guard value >= Self.firstOfBytes + 0x80, value <= Self.firstOfBytes + 0xFF else {
            return nil
        }
        return UInt8(value - Self.firstOfBytes)
    }
}
