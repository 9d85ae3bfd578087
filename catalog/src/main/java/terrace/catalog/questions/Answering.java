package terrace.catalog.questions;

/** What became of an answer. */
public sealed interface Answering {
    /** It stands; also when it stood already. */
    record Answered(Question question) implements Answering {}

    /** Somebody else answered meanwhile; nothing was changed. */
    record Conflict(Question question) implements Answering {}

    record Refused(Asking.Fault fault) implements Answering {}
}
