import SystemFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Sorted runs of entries in a temporary file, which has no name any more and goes when the process ends, however
/// it does.
final class SpilledRuns<Entry: BitwiseCopyable> {
    /// Where each run begins in the file, and how many entries it has.
    private(set) var runs: [(start: Int, count: Int)] = []
    private let descriptor: Int32
    private let folder: String
    /// Of what there is more than is held in memory, for messages.
    private let reason: String
    private var size = 0

    /// An empty file in the folder that `TMPDIR` names, else in `/tmp`.
    init(_ reason: String) throws(ReportFileError) {
        self.reason = reason
        let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        folder = named.isEmpty ? "/tmp" : named
        var path = Array((folder + "/dmz-ids-XXXXXX").utf8CString)
        // -1 when it could not be made
        descriptor = path.withUnsafeMutableBufferPointer { path in
            path.baseAddress.map { mkstemp($0) } ?? -1
        }
        guard descriptor >= 0 else { throw Self.failure(folder, errno, "written", reason) }
        _ = path.withUnsafeBufferPointer { $0.baseAddress.map { unlink($0) } }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Appends a run.
    func write(_ entries: [Entry]) throws(ReportFileError) {
        let code = entries.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count, let start = bytes.baseAddress {
                // -1 on failure, which may be an interruption
                let count = pwrite(
                    descriptor, start + done, bytes.count - done, off_t(size + done))
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return count < 0 ? errno : ENOSPC }
                done += count
            }
            return 0
        }
        guard code == 0 else { throw Self.failure(folder, code, "written", reason) }
        runs.append((start: size, count: entries.count))
        size += entries.count * MemoryLayout<Entry>.stride
    }

    /// Reads entries of a run, from the one of a number on, into room that has space for them.
    func read(
        _ run: Int, from first: Int, into room: UnsafeMutableBufferPointer<Entry>
    ) throws(ReportFileError) {
        let bytes = UnsafeMutableRawBufferPointer(room)
        let place = runs[run].start + first * MemoryLayout<Entry>.stride
        var done = 0
        while done < bytes.count, let start = bytes.baseAddress {
            // -1 on failure, which may be an interruption; 0 at the end, where none is expected
            let count = pread(descriptor, start + done, bytes.count - done, off_t(place + done))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw Self.failure(folder, count < 0 ? errno : EIO, "read", reason)
            }
            done += count
        }
    }

    private static func failure(
        _ folder: String, _ code: Int32, _ verb: String, _ reason: String
    ) -> ReportFileError {
        ReportFileError(
            .inputOutput,
            "a temporary file in \(folder) cannot be \(verb): \(String(cString: strerror(code))); "
                + "\(reason); TMPDIR names another folder")
    }
}
