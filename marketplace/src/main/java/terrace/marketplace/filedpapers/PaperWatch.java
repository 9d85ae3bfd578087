package terrace.marketplace.filedpapers;

import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.events.Events;
import terrace.marketplace.inbox.NewsKind;
import terrace.marketplace.jobs.Job;
import terrace.marketplace.shopletters.ShopLetters;
import terrace.marketplace.staff.Staff;

/** The platform's side of papers: reminds of their end, declares it, and looks at newer ones. */
@Singleton
public class PaperWatch {

    /** Long enough to say why. */
    public static final int REASON_CHARACTERS_MIN = 2;

    public static final int REASON_CHARACTERS_MAX = 200;

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int AT_ONCE = 100;
    private static final String PAGE = "/merchant/papers";

    private final FiledPaperRepository filed;
    private final Staff staff;
    private final ShopLetters letters;
    private final Events events;
    private final Audit audit;

    PaperWatch(FiledPaperRepository filed, Staff staff, ShopLetters letters, Events events, Audit audit) {
        this.filed = filed;
        this.staff = staff;
        this.letters = letters;
        this.events = events;
        this.audit = audit;
    }

    /** Looks at the calendar. */
    @Factory
    static class Jobs {

        @Singleton
        Job watchPapers(PaperWatch watch) {
            return new Job("watch-papers", Duration.ofMinutes(20), () -> {
                while (watch.remind() == AT_ONCE || watch.expire() == AT_ONCE) {
                    // a piece at a time, each a transaction of its own
                }
            });
        }
    }

    /** Newer papers that wait for a look, oldest first. */
    public List<FiledPaper> waiting(@Nullable UUID after, int limit) {
        return filed.waiting(after == null ? BEFORE_ALL : after, limit).stream()
                .map(FiledPaperRow::filed)
                .toList();
    }

    public Optional<FiledPaper> byId(UUID paperId) {
        return filed.byId(paperId).map(FiledPaperRow::filed);
    }

    /** The newer paper counts from now on, and what the older had taken off the shelf comes back. */
    @Transactional
    public Optional<Look> approve(UUID operatorId, UUID paperId) {
        return filed.lock(paperId).map(FiledPaperRow::filed).map(paper -> {
            var objection = objection(operatorId, paper, FiledPaper.State.GOOD);
            if (objection.isPresent()) {
                return objection.get();
            }
            var old = filed.lock(Objects.requireNonNull(paper.replaces())).orElseThrow();
            filed.decide(paperId, FiledPaper.State.GOOD.name(), "", operatorId);
            filed.replaced(old.paperId());
            record(operatorId, "paper.approved", paper);
            events.publish(new PaperRenewed(paper.merchantId(), old.paperId()));
            letters.tell(paper.merchantId(), NewsKind.SHOP, "paper.renewed", PAGE);
            return decided(paperId);
        });
    }

    /** The older stays what it is. */
    @Transactional
    public Optional<Look> refuse(UUID operatorId, UUID paperId, String reason) {
        var why = reason.strip();
        if (why.length() < REASON_CHARACTERS_MIN || why.length() > REASON_CHARACTERS_MAX) {
            return filed.byId(paperId).map(paper -> new Look.ReasonMissing());
        }
        return filed.lock(paperId).map(FiledPaperRow::filed).map(paper -> {
            var objection = objection(operatorId, paper, FiledPaper.State.REFUSED);
            if (objection.isPresent()) {
                return objection.get();
            }
            filed.decide(paperId, FiledPaper.State.REFUSED.name(), why, operatorId);
            record(operatorId, "paper.refused", paper);
            letters.tell(paper.merchantId(), NewsKind.SHOP, "paper.refused", PAGE);
            return decided(paperId);
        });
    }

    /** One piece of reminders, each sent once; answers how many. */
    @Transactional
    int remind() {
        var reminders = filed.remind(AT_ONCE);
        for (var id : reminders) {
            var paper = filed.byId(id).orElseThrow();
            letters.tell(paper.merchantId(), NewsKind.SHOP, "paper.ends", PAGE, day(paper.expiresOn()));
        }
        return reminders.size();
    }

    /** One piece of papers whose last day is over; answers how many. */
    @Transactional
    int expire() {
        var expired = filed.expire(AT_ONCE);
        for (var id : expired) {
            var paper = filed.byId(id).orElseThrow().filed();
            audit.record("platform", "paper.expired", subject(paper), detail(paper));
            events.publish(new PaperExpired(paper.merchantId(), id));
            letters.tell(paper.merchantId(), NewsKind.SHOP, "paper.expired", PAGE, day(paper.expiresOn()));
        }
        return expired.size();
    }

    private Look decided(UUID paperId) {
        return new Look.Decided(filed.byId(paperId).orElseThrow().filed());
    }

    private Optional<Look> objection(UUID operatorId, FiledPaper paper, FiledPaper.State wanted) {
        if (staff.roleOf(paper.merchantId(), operatorId).isPresent()) {
            return Optional.of(new Look.OwnShop());
        }
        if (paper.state() == wanted && paper.replaces() != null) {
            return Optional.of(new Look.Decided(paper));
        }
        return paper.state() == FiledPaper.State.WAITING ? Optional.empty() : Optional.of(new Look.Overtaken());
    }

    private void record(UUID operatorId, String act, FiledPaper paper) {
        audit.record("account:" + operatorId, act, subject(paper), detail(paper));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String subject(FiledPaper paper) {
        return "paper:" + paper.paperId();
    }

    private static Map<String, String> detail(FiledPaper paper) {
        return Map.of(
                "merchant", paper.merchantId().toString(), "kind", paper.kind().name());
    }
}
