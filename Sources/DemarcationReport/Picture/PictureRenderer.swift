import ReportFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Makes PNG and PDF of SVG by librsvg and cairo, the libraries of GNOME's own `rsvg-convert`.
///
/// They are looked for when a picture is asked for that needs them, and are no part of what the program needs
/// to be built or to run: most who check reports draw none. Nothing is started and nothing is fetched.
package struct PictureRenderer {
    /// Why a picture could not be made.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    private typealias Pointer = UnsafeMutableRawPointer
    private struct Rectangle {
        var x = 0.0
        var y = 0.0
        var width: Double
        var height: Double
    }
    private typealias Write =
        @convention(c) (Pointer?, UnsafePointer<UInt8>?, UInt32) -> Int32
    private typealias FromData =
        @convention(c) (UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<Pointer?>?) -> Pointer?
    private typealias Render =
        @convention(c) (
            Pointer?, Pointer?, UnsafeMutableRawPointer?, UnsafeMutablePointer<Pointer?>?
        ) -> Int32
    private typealias Free = @convention(c) (Pointer?) -> Void
    private typealias Make = @convention(c) (Pointer?) -> Pointer?
    private typealias Image = @convention(c) (Int32, Int32, Int32) -> Pointer?
    private typealias Sheet = @convention(c) (Write?, Pointer?, Double, Double) -> Pointer?
    private typealias Scale = @convention(c) (Pointer?, Double, Double) -> Void
    private typealias WritePNG = @convention(c) (Pointer?, Write?, Pointer?) -> Int32
    private typealias Status = @convention(c) (Pointer?) -> Int32

    private let fromData: FromData
    private let render: Render
    private let unref: Free
    private let image: Image
    private let sheet: Sheet
    private let make: Make
    private let scale: Scale
    private let destroy: Free
    private let finish: Free
    private let destroySurface: Free
    private let writePNG: WritePNG
    private let status: Status

    private static let names: [[String]] = [
        [
            "librsvg-2.so.2", "librsvg-2.2.dylib", "/opt/homebrew/lib/librsvg-2.2.dylib",
            "/usr/local/lib/librsvg-2.2.dylib",
        ],
        [
            "libcairo.so.2", "libcairo.2.dylib", "/opt/homebrew/lib/libcairo.2.dylib",
            "/usr/local/lib/libcairo.2.dylib",
        ],
        [
            "libgobject-2.0.so.0", "libgobject-2.0.0.dylib",
            "/opt/homebrew/lib/libgobject-2.0.0.dylib", "/usr/local/lib/libgobject-2.0.0.dylib",
        ],
    ]

    /// The libraries, if they are installed.
    ///
    /// - Throws: `Failure` that says what to install.
    package static func load() throws(Failure) -> PictureRenderer {
        var libraries: [Pointer] = []
        for names in Self.names {
            // NULL where there is no such library.
            guard let library = names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first
            else {
                throw Failure(
                    description:
                        "PNG and PDF are made by librsvg, and \(names[0]) is not installed; apt-get install "
                        + "librsvg2-2 (Homebrew: librsvg), or write SVG")
            }
            libraries.append(library)
        }
        func symbol<Form>(_ library: Int, _ name: String, _: Form.Type) throws(Failure) -> Form {
            guard let address = dlsym(libraries[library], name) else {
                throw Failure(
                    description: "librsvg 2.46 or later is needed: \(name) is missing; write SVG")
            }
            return unsafeBitCast(address, to: Form.self)
        }
        return PictureRenderer(
            fromData: try symbol(0, "rsvg_handle_new_from_data", FromData.self),
            render: try symbol(0, "rsvg_handle_render_document", Render.self),
            unref: try symbol(2, "g_object_unref", Free.self),
            image: try symbol(1, "cairo_image_surface_create", Image.self),
            sheet: try symbol(1, "cairo_pdf_surface_create_for_stream", Sheet.self),
            make: try symbol(1, "cairo_create", Make.self),
            scale: try symbol(1, "cairo_scale", Scale.self),
            destroy: try symbol(1, "cairo_destroy", Free.self),
            finish: try symbol(1, "cairo_surface_finish", Free.self),
            destroySurface: try symbol(1, "cairo_surface_destroy", Free.self),
            writePNG: try symbol(1, "cairo_surface_write_to_png_stream", WritePNG.self),
            status: try symbol(1, "cairo_surface_status", Status.self))
    }

    /// A picture of so many pixels, of which 96 are an inch, as PNG with so many dots an inch or as PDF.
    ///
    /// - Throws: `Failure` where the libraries could not make it.
    package func render(
        _ svg: String, _ form: PictureForm, width: Int, height: Int, dpi: Double
    ) throws(Failure) -> [UInt8] {
        let bytes = Array(svg.utf8)
        // NULL where the text cannot be read.
        let found = bytes.withUnsafeBufferPointer { fromData($0.baseAddress, $0.count, nil) }
        guard let handle = found else { throw Failure(description: "librsvg cannot read the SVG") }
        defer { unref(handle) }
        let written = Written()
        let closure = Unmanaged.passUnretained(written).toOpaque()
        let write: Write = { closure, data, count in
            guard let closure, let data else { return 11 }
            Unmanaged<Written>.fromOpaque(closure).takeUnretainedValue().bytes.append(
                contentsOf: UnsafeRawBufferPointer(start: data, count: Int(count)))
            return 0
        }
        let factor = form == .pdf ? 72.0 / 96 : dpi / 96
        let (across, down) = (Double(width) * factor, Double(height) * factor)
        guard across < 32_000, down < 32_000 else {
            throw Failure(
                description:
                    "\(Int(across)) by \(Int(down)) dots are more than cairo draws; give a smaller --size or --dpi"
            )
        }
        let surface =
            form == .pdf
            ? sheet(write, closure, across, down)
            // 0 is CAIRO_FORMAT_ARGB32.
            : image(0, Int32(across.rounded()), Int32(down.rounded()))
        defer { destroySurface(surface) }
        let context = make(surface)
        scale(context, factor, factor)
        var viewport = Rectangle(width: Double(width), height: Double(height))
        let isDrawn = withUnsafeMutablePointer(to: &viewport) {
            render(handle, context, UnsafeMutableRawPointer($0), nil)
        }
        destroy(context)
        var isGood = isDrawn != 0
        if form == .png { isGood = writePNG(surface, write, closure) == 0 && isGood }
        finish(surface)
        let state = status(surface)
        guard isGood, state == 0 else {
            throw Failure(
                description: "the picture could not be drawn (status \(state) of cairo); write SVG")
        }
        return written.bytes
    }

    private final class Written {
        var bytes: [UInt8] = []
    }
}
