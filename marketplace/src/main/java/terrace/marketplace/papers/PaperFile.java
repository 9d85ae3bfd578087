package terrace.marketplace.papers;

/** A file made safe, or why it was refused. */
sealed interface PaperFile {

    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Safe(String mediaType, byte[] bytes) implements PaperFile {}

    record Unsafe(PaperIntake.Reason reason) implements PaperFile {}
}
