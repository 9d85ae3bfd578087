package terrace.catalog.questions;

/** What became of a question. */
public sealed interface Asking {
    /** It waits for its answer, or has it; also when the same was asked before. */
    record Asked(Question question) implements Asking {}

    record Refused(Fault fault) implements Asking {}

    /** What speaks against words that everybody will read; each is a sentence on the page. */
    enum Fault {
        TOO_SHORT,
        TOO_LONG,
        /** A telephone number, or a name in a messenger. */
        CONTACT,
        LINK,
        /** As many as one may ask in a day. */
        TOO_MANY_TODAY,
        /** About goods of a shop one works for. */
        OWN_GOODS
    }
}
