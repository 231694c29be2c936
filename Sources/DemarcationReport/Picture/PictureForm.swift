/// How a picture is written.
package enum PictureForm: Sendable {
    case svg, png, pdf

    /// The form that the name of a file asks for; SVG where it says nothing.
    package init(nameOf path: String?) {
        let ending = path?.split(separator: ".").last?.lowercased()
        self = ending == "png" ? .png : ending == "pdf" ? .pdf : .svg
    }
}
