package terrace.catalog.questions;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.letters.KeeperLetters;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.ListingsChanged;
import terrace.catalog.listings.Slice;
import terrace.catalog.questions.Hiding.Part;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.Events;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.staff.Staff;

/** Takes questions about goods, and shows them to everybody once they are answered. */
@Singleton
public class Questions {
    public static final int QUESTION_CHARS_MAX = 200;
    public static final int ANSWER_CHARS_MAX = 500;
    public static final int REASON_CHARS_MAX = 200;
    public static final int A_DAY_MAX = 10;

    private static final int HELD_BACK_MAX = 20;
    private static final Duration DAY = Duration.ofDays(1);
    /** A shop gets one letter in this time, however much it is asked and however soon it answers. */
    private static final Duration LETTER_EVERY = Duration.ofHours(1);

    private static final UUID HIGHEST = new UUID(-1, -1);

    private final QuestionRows rows;
    private final KeeperLetters letters;
    private final Listings listings;
    private final Staff staff;
    private final Events events;
    private final Audit audit;
    private final Clock clock;

    Questions(
            QuestionRows rows,
            KeeperLetters letters,
            Listings listings,
            Staff staff,
            Events events,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.letters = letters;
        this.listings = listings;
        this.staff = staff;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Answered ones, the newest answer first, after the question given by id. */
    @Connectable
    public Slice<Question> open(UUID listingId, @Nullable UUID after, int limit) {
        Question last = after == null ? null : rows.byId(after);
        List<Question> found = rows.open(listingId, last != null && last.answeredAt() != null ? last : null, limit + 1);
        return found.size() <= limit
                ? new Slice<>(found, null)
                : new Slice<>(found.subList(0, limit), found.get(limit - 1).id().toString());
    }

    /** What the member asked of this listing and others cannot read: not answered yet, or hidden. */
    @Connectable
    public List<Question> heldBack(UUID listingId, UUID memberId) {
        return rows.heldBack(listingId, memberId, HELD_BACK_MAX);
    }

    /** Asks about a listing on the shelf; the same twice is once. Empty when it is not there. */
    @Transactional
    public Optional<Asking> ask(UUID memberId, UUID listingId, String words) {
        Optional<Listing> listing = listings.published(listingId);
        if (listing.isEmpty()) {
            return Optional.empty();
        }
        String text = PublicWords.tidy(words);
        Optional<Asking.Fault> fault = PublicWords.faultOfQuestion(text);
        if (fault.isPresent()) {
            return Optional.of(new Asking.Refused(fault.get()));
        }
        UUID merchantId = listing.get().merchantId();
        if (staff.merchantsOf(memberId).contains(merchantId)) {
            return Optional.of(new Asking.Refused(Asking.Fault.OWN_GOODS));
        }
        rows.lockMember(memberId);
        Question known = rows.same(listingId, memberId, text);
        if (known != null) {
            return Optional.of(new Asking.Asked(known));
        }
        if (rows.askedSince(memberId, clock.now().minus(DAY)) >= A_DAY_MAX) {
            return Optional.of(new Asking.Refused(Asking.Fault.TOO_MANY_TODAY));
        }
        UUID id = Ids.next();
        rows.add(id, listingId, merchantId, memberId, text);
        if (rows.maySendLetter(merchantId, LETTER_EVERY)) {
            letters.tell(
                    merchantId, KeeperLetters.Matter.QUESTION, listing.get().title());
        }
        return Optional.ofNullable(rows.byId(id)).map(Asking.Asked::new);
    }

    /** A merchant's, unanswered ones first, newest first within each. */
    @Connectable
    public Slice<Question> ofMerchant(UUID merchantId, @Nullable String after, int limit) {
        boolean answered = after != null && after.startsWith("1");
        UUID before = after == null ? HIGHEST : place(after);
        List<Question> found = new ArrayList<>(rows.ofMerchant(merchantId, answered, before, limit + 1));
        if (!answered && found.size() <= limit) {
            found.addAll(rows.ofMerchant(merchantId, true, HIGHEST, limit + 1 - found.size()));
        }
        if (found.size() <= limit) {
            return new Slice<>(found, null);
        }
        Question last = found.get(limit - 1);
        return new Slice<>(found.subList(0, limit), (last.answered() ? "1" : "0") + last.id());
    }

    private static UUID place(String after) {
        try {
            return UUID.fromString(after.substring(1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return HIGHEST;
        }
    }

    /**
     * Answers, or writes the answer anew; the version before is kept. Empty when the merchant was not asked that.
     *
     * @param version of the answer that the writer saw, 0 for none
     */
    @Transactional
    public Optional<Answering> answer(UUID merchantId, UUID questionId, int version, String words, UUID actor) {
        Question question = rows.locked(questionId);
        if (question == null || !question.merchantId().equals(merchantId)) {
            return Optional.empty();
        }
        String text = PublicWords.tidy(words);
        if (question.answer().equals(text) && question.answered()) {
            return Optional.of(new Answering.Answered(question));
        }
        if (question.answerVersion() != version) {
            return Optional.of(new Answering.Conflict(question));
        }
        Optional<Asking.Fault> fault = PublicWords.faultOfAnswer(text);
        if (fault.isPresent()) {
            return Optional.of(new Answering.Refused(fault.get()));
        }
        rows.answer(questionId, version + 1, text, actor);
        showAnew(question);
        return Optional.ofNullable(rows.byId(questionId)).map(Answering.Answered::new);
    }

    /** Every version of an answer, newest first. */
    @Connectable
    public List<AnswerVersion> versions(UUID questionId) {
        return rows.versions(questionId);
    }

    /** For operators: all questions, newest first, those before the one given. */
    @Connectable
    public Slice<Question> all(@Nullable UUID before, int limit) {
        List<Question> found = rows.all(before == null ? HIGHEST : before, limit + 1);
        return found.size() <= limit
                ? new Slice<>(found, null)
                : new Slice<>(found.subList(0, limit), found.get(limit - 1).id().toString());
    }

    /** Takes a question, or its present answer, out of sight. A question without its answer is not shown either. */
    @Transactional
    public Optional<Hiding> hide(UUID questionId, Part part, String reason, UUID operator) {
        String said = PublicWords.tidy(reason);
        if (said.isEmpty() || said.length() > REASON_CHARS_MAX) {
            return Optional.ofNullable(rows.byId(questionId)).map(question -> new Hiding.ReasonMissing());
        }
        return mark(questionId, part, said, operator);
    }

    /** Shows again what was hidden. */
    @Transactional
    public Optional<Hiding> show(UUID questionId, Part part, UUID operator) {
        return mark(questionId, part, "", operator);
    }

    private Optional<Hiding> mark(UUID questionId, Part part, String reason, UUID operator) {
        Question question = rows.locked(questionId);
        if (question == null) {
            return Optional.empty();
        }
        if (part == Part.ANSWER && !question.answered()) {
            return Optional.of(new Hiding.NoAnswer());
        }
        String present = part == Part.QUESTION ? question.hiddenReason() : question.answerHiddenReason();
        if (present.equals(reason)) {
            return Optional.of(new Hiding.Done(question));
        }
        rows.hide(
                questionId,
                part == Part.QUESTION ? reason : question.hiddenReason(),
                part == Part.ANSWER ? reason : question.answerHiddenReason());
        audit.record(
                "account:" + operator,
                reason.isEmpty() ? "question.shown" : "question.hidden",
                "question:" + questionId,
                Map.of("part", part.name(), "reason", reason, "version", String.valueOf(question.answerVersion())));
        showAnew(question);
        return Optional.ofNullable(rows.byId(questionId)).map(Hiding.Done::new);
    }

    /** A reader of the listing could see the difference. */
    private void showAnew(Question question) {
        events.publish(new ListingsChanged(List.of(question.listingId())));
    }
}
