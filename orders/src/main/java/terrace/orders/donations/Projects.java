package terrace.orders.donations;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.files.Evidence;
import terrace.marketplace.ids.Ids;
import terrace.orders.checkout.Charity;

/** What gifts are collected for, and the way of each gift: arrived, paid on, received. */
@Singleton
public class Projects {
    public static final int TITLE_CHARACTERS_MAX = 60;
    public static final int STORY_CHARACTERS_MAX = 4_000;

    /** Where a gift came from. */
    public static final String DONATION = Gifts.KIND;

    public static final String PURCHASE = "purchase";

    private static final String CODE = "[a-z0-9][a-z0-9-]{1,59}";

    private final ProjectRepository repository;
    private final Charity charity;
    private final Evidence evidence;
    private final PaidOn books;
    private final Audit audit;

    Projects(ProjectRepository repository, Charity charity, Evidence evidence, PaidOn books, Audit audit) {
        this.repository = repository;
        this.charity = charity;
        this.evidence = evidence;
        this.books = books;
        this.audit = audit;
    }

    /** Open ones first, the newest in front. */
    public List<Project> all() {
        return repository.all();
    }

    public Optional<Project> byCode(String code) {
        return repository.byCode(code);
    }

    public Optional<Project> byId(UUID id) {
        return repository.byId(id);
    }

    /** The one a gift on the way through the till was for at a moment; empty where it was for none. */
    public Optional<Project> atTill(Instant moment) {
        return repository.atTill(moment);
    }

    @Transactional
    public Opening open(UUID organiserId, NewProject wanted) {
        if (!wanted.code().matches(CODE)) {
            return new Opening.CodeMalformed();
        }
        if (lacking(wanted.title()) || lacking(wanted.titleEn())) {
            return new Opening.TitleMissing();
        }
        if (wanted.goalFen() <= 0) {
            return new Opening.GoalMissing();
        }
        var holder = charity.known();
        if (holder.isEmpty()) {
            return new Opening.NoCharity();
        }
        int opened = repository.open(
                Ids.next(),
                wanted.code(),
                holder.get().code(),
                wanted.title().strip(),
                wanted.titleEn().strip(),
                told(wanted.story()),
                told(wanted.storyEn()),
                wanted.goalFen(),
                organiserId);
        if (opened == 0) {
            return new Opening.CodeTaken();
        }
        noted(organiserId, "project.opened", wanted.code());
        return new Opening.Opened(repository.byCode(wanted.code()).orElseThrow());
    }

    /** Takes no more gifts; those under way still arrive. False when it is closed or not there. */
    @Transactional
    public boolean close(UUID organiserId, String code) {
        if (repository.close(code) == 0) {
            return false;
        }
        noted(organiserId, "project.closed", code);
        return true;
    }

    /** From now on gifts at the till are for this project; false when it takes none. */
    @Transactional
    public boolean putAtTill(UUID organiserId, String code) {
        Optional<Project> project = repository.byCode(code).filter(Project::open);
        project.ifPresent(one -> {
            repository.atTill(one.id(), organiserId);
            noted(organiserId, "project.at-till", code);
        });
        return project.isPresent();
    }

    /** Newest first. */
    public List<ProjectGift> gifts(UUID projectId, int limit) {
        return repository.gifts(projectId, limit);
    }

    /** Oldest first. */
    public List<ProjectPayout> payouts(UUID projectId) {
        return repository.payouts(projectId);
    }

    /** Part of a gift that went out with a payout. */
    public record Step(ProjectPayout payout, long fen) {}

    /** A gift and how far it has come: what arrived first is paid on first. */
    public record Way(Project project, ProjectGift gift, List<Step> steps) {
        public long waitingFen() {
            return gift.fen() - steps.stream().mapToLong(Step::fen).sum();
        }
    }

    /** @param source donation or purchase */
    @Transactional(readOnly = true)
    public Optional<Way> way(String source, UUID sourceId) {
        return repository.gift(source, sourceId).map(gift -> {
            long from = repository.givenBefore(gift.projectId(), gift.number());
            List<Step> steps = steps(from, from + gift.fen(), repository.payouts(gift.projectId()));
            return new Way(repository.byId(gift.projectId()).orElseThrow(), gift, steps);
        });
    }

    /** All gifts in a row are paid on from the front: those payouts that lie over this stretch, and how much of it. */
    static List<Step> steps(long from, long to, List<ProjectPayout> payouts) {
        List<Step> steps = new ArrayList<>();
        long at = 0;
        for (ProjectPayout payout : payouts) {
            long over = Math.min(to, at + payout.fen()) - Math.max(from, at);
            if (over > 0) {
                steps.add(new Step(payout, over));
            }
            at += payout.fen();
        }
        return List.copyOf(steps);
    }

    /**
     * Writes down what the charity's bank paid on, with its slip; never more than was given. Once for an id. Not for
     * use in a transaction, for the slip is stored before its row. Empty when there is no such project.
     */
    public Optional<PayingOut> payOut(UUID organiserId, String code, NewPayout payout, byte[] slip) {
        return repository.byCode(code).map(project -> {
            if (payout.fen() <= 0
                    || lacking(payout.payee())
                    || lacking(payout.purpose())
                    || lacking(payout.bankReference())) {
                return new PayingOut.Incomplete();
            }
            return kept(slip, file -> enter(organiserId, project, payout, file));
        });
    }

    /** Writes down what the payee said, with its receipt; once for a payout. Empty when it is not of this project. */
    public Optional<PayingOut> receive(
            UUID organiserId, String code, UUID payoutId, String text, LocalDate on, byte[] receipt) {
        return repository
                .byCode(code)
                .flatMap(project -> repository
                        .payout(payoutId)
                        .filter(payout -> payout.projectId().equals(project.id())))
                .map(payout -> text.isBlank() || text.length() > STORY_CHARACTERS_MAX
                        ? new PayingOut.Incomplete()
                        : kept(receipt, file -> {
                            int written = repository.received(
                                    payoutId, text.strip(), on, file.key(), file.mediaType(), organiserId);
                            if (written > 0) {
                                noted(organiserId, "project.received", code);
                            }
                            return new PayingOut.Recorded();
                        }));
    }

    private PayingOut kept(byte[] document, Function<Evidence.Keeping.Kept, PayingOut> enter) {
        if (document.length == 0) {
            return new PayingOut.EvidenceMissing();
        }
        return switch (evidence.keep("donations", document)) {
            case Evidence.Keeping.Refused(var reason) -> new PayingOut.EvidenceRefused(reason);
            case Evidence.Keeping.Kept kept -> {
                PayingOut outcome = enter.apply(kept);
                if (!(outcome instanceof PayingOut.Recorded)) {
                    evidence.forget(kept.key());
                }
                yield outcome;
            }
        };
    }

    @Transactional
    PayingOut enter(UUID organiserId, Project project, NewPayout payout, Evidence.Keeping.Kept slip) {
        repository.lock(project.id());
        if (repository
                .payout(payout.id())
                .filter(known -> known.projectId().equals(project.id()))
                .isPresent()) {
            return new PayingOut.Recorded();
        }
        long waiting = repository.byId(project.id()).orElseThrow().waitingFen();
        if (payout.fen() > waiting) {
            return new PayingOut.TooMuch(waiting);
        }
        int written = repository.payOut(
                payout.id(),
                project.id(),
                payout.fen(),
                payout.payee().strip(),
                payout.purpose().strip(),
                payout.paidOn(),
                payout.bankReference().strip(),
                slip.key(),
                slip.mediaType(),
                organiserId);
        if (written == 0) {
            return new PayingOut.SlipKnown();
        }
        books.post(payout.id(), project.charity(), payout.fen());
        noted(organiserId, "project.paid-out", project.code());
        return new PayingOut.Recorded();
    }

    /** A slip or a receipt of a payout, for everybody; empty where there is none. */
    public Optional<Document> document(UUID payoutId, boolean receipt) {
        return repository.payout(payoutId).flatMap(payout -> {
            @Nullable String key = receipt ? payout.receiptKey() : payout.evidenceKey();
            @Nullable String type = receipt ? payout.receiptType() : payout.evidenceType();
            return key == null || type == null
                    ? Optional.empty()
                    : evidence.get(key).map(bytes -> new Document(type, bytes));
        });
    }

    /** A file to be shown. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Document(String mediaType, byte[] bytes) {}

    private void noted(UUID organiserId, String act, String code) {
        audit.record("account:" + organiserId, act, "project:" + code, Map.of());
    }

    private static boolean lacking(String text) {
        return text.isBlank() || text.length() > TITLE_CHARACTERS_MAX;
    }

    private static String told(String story) {
        String text = story.strip();
        return text.substring(0, Math.min(text.length(), STORY_CHARACTERS_MAX));
    }
}
