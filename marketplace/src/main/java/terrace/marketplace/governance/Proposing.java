package terrace.marketplace.governance;

import java.util.UUID;

/** What became of a proposal or a vote. */
public sealed interface Proposing {

    /** It is noted, now or by an earlier sending. */
    record Noted(UUID proposalId) implements Proposing {}

    /** Why takes a sentence of {@link Proposal#SENTENCE_CHARS_MIN} to {@link Proposal#SENTENCE_CHARS_MAX}. */
    record SentenceMissing() implements Proposing {}

    /** It is proposed already, or in the pavilion. */
    record ThereAlready() implements Proposing {}

    /** No such merchant is open. */
    record NoSuchMerchant() implements Proposing {}

    /** It is decided; no vote changes it. */
    record DecidedAlready() implements Proposing {}
}
