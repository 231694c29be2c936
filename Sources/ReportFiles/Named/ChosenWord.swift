/// What `*` stands for in the names of a file's columns.
package enum ChosenWord: Hashable, Sendable {
    /// Each name finds its own.
    case open
    /// Names with a `*` stand for nothing.
    case nothing
    case word(String)
}
