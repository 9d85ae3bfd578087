package terrace.catalog.certificates;

/** What became of an operator's word on a certificate. */
public sealed interface Ruling {
    /** It holds; also when the same was said before. */
    record Done(Certificate certificate) implements Ruling {}

    /** The merchant changed what it is to vouch for, or another operator was first; nothing was changed. */
    record Overtaken(Certificate certificate) implements Ruling {}

    /** It is no longer good. */
    record Expired() implements Ruling {}

    /** A return needs a reason of 1 to {@link Certificates#REASON_CHARS_MAX} characters. */
    record ReasonMissing() implements Ruling {}
}
