/// What writes a file while the same process reads it.
protocol FileProducer: AnyObject {
    /// Begins to write beside the caller.
    ///
    /// - Returns: the descriptor to read from, which is the caller's to close.
    func begin() throws(ReportFileError) -> Int32
    /// Waits, when all was read, until the writer has come to its end; throws what went wrong.
    func end() throws(ReportFileError)
}
