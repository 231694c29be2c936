import Dispatch
import GeoJSONText

/// Reads files of findings from first to last, with several workers.
///
/// Each worker in turn takes the next block, reads it beside the others, and adds what it gathered when all
/// earlier blocks have been added: so what comes of it does not depend on how many there are.
///
/// `@unchecked` because what changes is used under one of the two turnstiles, as in `CheckRun`: what is
/// read from when holding `reading`, the rest in the turn of `adding`; both also when no worker is left.
package final class FindingFiles<Gathering: FindingGathering>: @unchecked Sendable {
    /// What was gathered.
    package private(set) var gathered: Gathering
    /// What was noticed.
    package private(set) var notes = FindingNotes()
    /// What the files are, with their hashes.
    package private(set) var summaries: [InputSummary] = []

    private let asked: FieldNames
    private let input: ReportInput
    /// How findings are read that are made meanwhile: they are UTF-8 and say what they are.
    private let inputOfChecked: ReportInput
    private let files: [InputFile]
    private let progress: @Sendable (_ bytes: Int, _ records: Int) -> Void
    private let reading = Turnstile()
    private let adding = Turnstile()
    /// What the file at hand is read from; each has one of its own, as their formats may differ.
    private var source: BlockSource?
    private var nextFile = 0
    private var nextTicket = 0
    private var bytesBefore = 0
    private var isDone = false
    private var failure: ReportFileError?
    /// The number of the file at hand, and what was noticed of it.
    private var file = 0
    private var ofFile = FindingNotes()

    /// Reads files and gathers what each record shows.
    ///
    /// - Parameters:
    ///   - files: what is read.
    ///   - input: how it is read.
    ///   - threads: how many threads are used.
    ///   - gathering: what the records are added to.
    ///   - progress: told how many bytes and records have been read.
    /// - Throws: `ReportFileError` when one cannot be read or used, or holds no findings.
    package init(
        _ files: [InputFile], _ input: ReportInput, threads: Int, into gathering: Gathering,
        progress: @escaping @Sendable (_ bytes: Int, _ records: Int) -> Void = { _, _ in }
    ) throws(ReportFileError) {
        asked = input.fields
        var input = input
        input.fields = ShownMembers(asked).fields
        input.hashes = true
        (self.files, self.input, self.progress, gathered) = (files, input, progress, gathering)
        (input.encoding, input.format, input.hashes) = (nil, nil, false)
        inputOfChecked = input
        if threads > 1 {
            DispatchQueue.concurrentPerform(iterations: threads) { _ in work() }
        } else {
            work()
        }
        if failure == nil { end(file: files.count) }
        if let failure { throw failure }
    }

    private func work() {
        // Of its own, so that no two threads count references to the same names.
        var reader = FindingReader(ShownMembers(asked))
        let tokens = JSONParser(input.fields)
        var memory = ByteBuffer()
        while step(&reader, tokens, &memory) {}
    }

    /// A block and its place among all.
    private struct Item {
        let block: Block
        let file: Int
        let ticket: Int
        let bytesRead: Int
    }

    /// The next block, or `nil` at the end of the last file, while `reading` is held.
    private func next(
        _ tokens: JSONParser, _ memory: inout ByteBuffer
    ) throws(ReportFileError) -> Item? {
        while !isDone {
            if source == nil {
                guard nextFile < files.count else { break }
                source = BlockSource(
                    files: [files[nextFile]],
                    input: files[nextFile].isProduced ? inputOfChecked : input)
                nextFile += 1
            }
            guard let open = source else { break }
            if let item = try open.next(in: &memory, tokens: tokens) {
                return Item(
                    block: item.block, file: nextFile - 1, ticket: takeTicket(),
                    bytesRead: bytesBefore + item.bytesRead)
            }
            summaries += open.summaries
            bytesBefore += open.summaries.reduce(0) { $0 + $1.bytes }
            source = nil
        }
        isDone = true
        return nil
    }

    private func takeTicket() -> Int {
        defer { nextTicket += 1 }
        return nextTicket
    }

    /// Reads one block; false when there are no more.
    private func step(
        _ reader: inout FindingReader, _ tokens: JSONParser, _ memory: inout ByteBuffer
    ) -> Bool {
        let item: Item
        reading.lock()
        do throws(ReportFileError) {
            guard let next = try next(tokens, &memory) else {
                reading.unlock()
                return false
            }
            item = next
            reading.unlock()
        } catch {
            isDone = true
            let ticket = takeTicket()
            // Whose turn it is may want to end the reading.
            reading.unlock()
            adding.wait(for: ticket)
            failure = failure ?? error
            adding.pass()
            return false
        }
        // What is wanted only gets less: what an earlier state asks for is enough for a later one.
        adding.lock()
        var block = gathered.ofBlock()
        adding.unlock()
        let found = reader.read(
            item.block, of: files[item.file].name, item.file, into: &block)
        adding.wait(for: item.ticket)
        defer { adding.pass() }
        guard failure == nil else { return false }
        end(file: item.file)
        guard failure == nil else {
            reading.lock()
            isDone = true
            reading.unlock()
            return false
        }
        ofFile.add(found)
        notes.add(found)
        adding.lock()
        gathered.add(block)
        adding.unlock()
        progress(item.bytesRead, notes.read)
        return true
    }

    /// Ends the files before one of such a number.
    private func end(file number: Int) {
        while file < number {
            if ofFile.read > 0, ofFile.found == 0 {
                failure = ReportFileError(
                    .unusable, file: files[file].name,
                    "is no file of findings: none of its \(ofFile.read.grouped) records has "
                        + "\(FindingMembers.finding), from record 1 on; run dmz check first, and give this "
                        + "what it writes")
            }
            ofFile = FindingNotes()
            file += 1
        }
    }
}
