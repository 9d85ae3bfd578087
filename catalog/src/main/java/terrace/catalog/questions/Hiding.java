package terrace.catalog.questions;

/** What became of an operator's word on a question. */
public sealed interface Hiding {
    /** It is so; also when it was so already. */
    record Done(Question question) implements Hiding {}

    /** Hiding needs a reason of 1 to {@link Questions#REASON_CHARS_MAX} characters. */
    record ReasonMissing() implements Hiding {}

    /** There is no answer that could be hidden. */
    record NoAnswer() implements Hiding {}

    /** What of it is hidden. */
    enum Part {
        QUESTION,
        ANSWER
    }
}
