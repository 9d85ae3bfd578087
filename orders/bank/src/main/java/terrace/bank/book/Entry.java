package terrace.bank.book;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.annotation.JsonSubTypes;
import wiremock.com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One fact in the book; a line of the file is the list of facts that became true together. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.SessionOpened.class, name = "session_opened"),
    @JsonSubTypes.Type(value = Entry.SessionExpired.class, name = "session_expired"),
    @JsonSubTypes.Type(value = Entry.Charged.class, name = "charged"),
    @JsonSubTypes.Type(value = Entry.AgreementOffered.class, name = "agreement_offered"),
    @JsonSubTypes.Type(value = Entry.AgreementIn.class, name = "agreement_in"),
    @JsonSubTypes.Type(value = Entry.Debited.class, name = "debited"),
    @JsonSubTypes.Type(value = Entry.Arrived.class, name = "arrived"),
    @JsonSubTypes.Type(value = Entry.EnteredBy.class, name = "entered_by"),
    @JsonSubTypes.Type(value = Entry.Cleared.class, name = "cleared"),
    @JsonSubTypes.Type(value = Entry.Declined.class, name = "declined"),
    @JsonSubTypes.Type(value = Entry.Refunded.class, name = "refunded"),
    @JsonSubTypes.Type(value = Entry.Transferred.class, name = "transferred"),
    @JsonSubTypes.Type(value = Entry.Moved.class, name = "moved"),
    @JsonSubTypes.Type(value = Entry.NoticeWritten.class, name = "notice_written"),
    @JsonSubTypes.Type(value = Entry.NoticeTried.class, name = "notice_tried"),
    @JsonSubTypes.Type(value = Entry.NoticesReleased.class, name = "notices_released"),
    @JsonSubTypes.Type(value = Entry.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Entry.ClockSet.class, name = "clock_set"),
})
public sealed interface Entry {
    record SessionOpened(Session session) implements Entry {}

    record SessionExpired(String session) implements Entry {}

    /** {@code tookFen} is null where the payer's bank gave what was asked for, as it always should. */
    record Charged(
            String session,
            String charge,
            long feeFen,
            long atMillis,
            @Nullable Long tookFen) implements Entry {}

    /** A payer came by the redirect of the second protocol, which brought these fields. */
    record Arrived(String session, Map<String, String> fields) implements Entry {}

    /** An operator of an enterprise has entered the payment; another of them has to approve it. */
    record EnteredBy(String session, String operator) implements Entry {}

    /** The goods of one merchant's order were accepted: its money is paid on from {@code day}. */
    record Cleared(String session, String order, String day) implements Entry {}

    record AgreementOffered(Agreement agreement) implements Entry {}

    /** An agreement of this reference is in another state now. */
    record AgreementIn(String reference, Agreement.State state) implements Entry {}

    /** So much was charged by an agreement on a day. */
    record Debited(String reference, String day, long fen) implements Entry {}

    record Declined(String session, long atMillis) implements Entry {}

    record Refunded(Refund refund) implements Entry {}

    record Transferred(Transfer transfer) implements Entry {}

    record Moved(Movement movement) implements Entry {}

    record NoticeWritten(Notice notice) implements Entry {}

    /** {@code status} is what the shop answered, 0 when nothing came back. */
    record NoticeTried(String notice, int status) implements Entry {
        boolean taken() {
            return status >= 200 && status < 300;
        }
    }

    record NoticesReleased() implements Entry {}

    /** The answer kept under an idempotency key; {@code fingerprint} tells the same request from another. */
    record Answered(String key, String fingerprint, int status, String body) implements Entry {}

    record ClockSet(long offsetSeconds) implements Entry {}
}
