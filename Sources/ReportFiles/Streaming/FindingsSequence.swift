import Agreements

/// The chunks of an asynchronous stream of reports with findings added.
public struct FindingsSequence<Base: AsyncSequence>: AsyncSequence
where Base.Element: Sequence, Base.Element.Element == UInt8 {
    /// Bytes of the stream with findings.
    public typealias Element = [UInt8]

    let base: Base
    let agreement: CompiledAgreement
    let format: ReportFormat?
    let fields: [OutputField]?

    /// Reads one stream; not to be shared between tasks.
    public final class AsyncIterator: AsyncIteratorProtocol {
        private var base: Base.AsyncIterator
        private var stream: ReportStream
        private var isDone = false

        init(_ sequence: FindingsSequence) {
            base = sequence.base.makeAsyncIterator()
            stream = ReportStream(
                checking: sequence.agreement, format: sequence.format, fields: sequence.fields)
        }

        /// The next bytes with findings, at least one; `nil` at the end.
        public func next() async throws -> [UInt8]? {
            while !isDone {
                guard let chunk = try await base.next() else {
                    isDone = true
                    let last = try stream.finish()
                    return last.isEmpty ? nil : last
                }
                let found = try stream.feed(chunk)
                if !found.isEmpty { return found }
            }
            return nil
        }
    }

    /// An iterator over a new stream.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}

extension AsyncSequence where Element: Sequence, Element.Element == UInt8 {
    /// These chunks of reports with findings added, each as soon as its records are whole.
    ///
    /// - Parameters:
    ///   - agreement: what reports are checked against.
    ///   - format: how the reports are written; `nil` to recognise it by the first bytes.
    ///   - fields: what is written of the findings; `nil` for what is usual under the agreement.
    public func findings(
        checking agreement: CompiledAgreement, format: ReportFormat? = nil,
        fields: [OutputField]? = nil
    ) -> FindingsSequence<Self> {
        FindingsSequence(base: self, agreement: agreement, format: format, fields: fields)
    }
}
