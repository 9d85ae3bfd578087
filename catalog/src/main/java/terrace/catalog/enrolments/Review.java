package terrace.catalog.enrolments;

import java.util.UUID;

/** What became of an organiser's word about one enrolment. */
public sealed interface Review {
    UUID enrolmentId();

    /** It stands as wanted, now or since before. */
    record Done(UUID enrolmentId) implements Review {}

    /** Another campaign's price would hold for the same SKU at the same time; nothing changed. */
    record Clash(UUID enrolmentId, UUID campaignId) implements Review {}

    /** The campaign's budget does not cover what others would pay for all that is pledged; in fen, nothing changed. */
    record OverBudget(UUID enrolmentId, long neededFen, long leftFen) implements Review {}

    /** It was withdrawn, decided otherwise, or its campaign has ended; nothing changed. */
    record Over(UUID enrolmentId) implements Review {}
}
