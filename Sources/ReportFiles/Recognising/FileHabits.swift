/// How one file writes what each of its records alone may leave open, as its first records tell.
package struct FileHabits: Hashable, Sendable {
    /// The order of day, month and year in dates of three numbers; `nil` where nothing tells.
    package var dateOrder: DateOrder?
    /// What parts the whole of a number from its fraction; `nil` where nothing tells.
    package var decimalSign: DecimalSign?
}

extension FieldNames {
    /// The same with what a file's first records and its table's head tell, where nothing was said of it.
    package func following(
        _ habits: FileHabits, _ layout: CSVLayout? = nil
    ) -> FieldNames {
        var fields = self
        if let found = layout?.foundUncertainty {
            fields.uncertainty = found.name
            fields.uncertaintyScale = found.scale
            fields.isUncertaintyFound = true
        }
        fields.times.dateOrder = times.dateOrder ?? habits.dateOrder
        fields.decimalSign = decimalSign ?? habits.decimalSign
        return fields
    }
}
