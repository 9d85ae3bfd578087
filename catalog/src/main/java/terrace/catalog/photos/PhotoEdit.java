package terrace.catalog.photos;

/** What became of a change to a photo on the desk. */
public sealed interface PhotoEdit {
    record Done(Photo photo) implements PhotoEdit {}

    /** The words are longer than {@link Photos#ALT_CHARS_MAX}. */
    record AltTooLong() implements PhotoEdit {}

    /** No such part of a photo. */
    record NoSuchCut() implements PhotoEdit {}
}
