package terrace.marketplace.files;

/** A file made safe, or why it was refused. */
public sealed interface SafeFile {

    /**
     * Good to be kept.
     *
     * @param width in pixels, 0 for a document
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Safe(String mediaType, byte[] bytes, int width, int height) implements SafeFile {}

    record Unsafe(Reason reason) implements SafeFile {}

    /** Each is a sentence on a page. */
    enum Reason {
        EMPTY,
        TOO_LARGE,
        UNKNOWN_TYPE,
        TORN,
        TOO_MANY_PIXELS,
        /** Two things at once. */
        MIXED,
        /** A document that does something when it is opened. */
        ACTIVE
    }
}
