/// How what one part of a grid numbers is numbered in the whole: labels by a table, the rest by how much
/// greater its numbers become.
struct TableNumbers {
    let labels: [UInt32]
    /// By places in the lists of labels.
    let lists: UInt32
    let states: Int32
    let deciders: UInt32
    let leaves: UInt32
    let margins: UInt32
}
