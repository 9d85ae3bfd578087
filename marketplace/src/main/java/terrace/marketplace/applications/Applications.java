package terrace.marketplace.applications;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.audit.Assisted;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.papers.NewPaper;
import terrace.marketplace.papers.Paper;
import terrace.marketplace.papers.PaperIntake;
import terrace.marketplace.papers.Papers;
import terrace.marketplace.partners.Partners;

/** An applicant's side of the way in; the account comes first in every call. */
@Singleton
public class Applications {

    /** What the platform promises: a decision within two weeks of submitting. */
    public static final int DECIDED_WITHIN_DAYS = 14;

    /** Ids of what else the form keeps: the province whose counties it offers, and who recommends. */
    public static final String PROVINCE = "province";

    public static final String PARTNER = "partner";

    /** Where the money goes: once given, no clerk changes it. */
    private static final Set<String> BANK =
            Set.of(Field.BANK_NAME.id(), Field.BANK_HOLDER.id(), Field.BANK_ACCOUNT.id());

    /** A draft keeps too long answers, so that they can be mended, but not without end. */
    private static final int KEPT_CHARACTERS_MAX = 1_000;

    private final ApplicationRepository applications;
    private final Dossiers dossiers;
    private final Checks checks;
    private final Lottery lottery;
    private final Papers papers;
    private final Partners partners;
    private final Clock clock;

    Applications(
            ApplicationRepository applications,
            Dossiers dossiers,
            Checks checks,
            Lottery lottery,
            Papers papers,
            Partners partners,
            Clock clock) {
        this.applications = applications;
        this.dossiers = dossiers;
        this.checks = checks;
        this.lottery = lottery;
        this.papers = papers;
        this.partners = partners;
        this.clock = clock;
    }

    /** The newest of the account, whatever became of it. */
    public Optional<Application> of(UUID accountId) {
        return applications.newest(accountId).map(dossiers::opened);
    }

    /**
     * Keeps what was typed, right or wrong; answers not given stay as they were. Starts an application where none is
     * under way.
     */
    @Transactional
    public Saving save(UUID accountId, Merchant.@Nullable Kind kind, Map<String, String> typed, boolean english) {
        var application = underWay(accountId, english);
        if (!application.editable()) {
            return new Saving.Closed(application);
        }
        var all = new HashMap<>(application.typed());
        boolean redirected = Assisted.now().isPresent() && BANK.stream().anyMatch(field -> changes(all, field, typed));
        typed.forEach((field, text) -> {
            if (kept(field, text) && !(redirected && BANK.contains(field))) {
                all.put(field, text.substring(0, Math.min(text.length(), KEPT_CHARACTERS_MAX)));
            }
        });
        var chosen = kind == null ? application.kind() : kind;
        applications.save(application.id(), chosen == null ? null : chosen.name(), dossiers.sealed(all), english);
        var saved = dossiers.byId(application.id()).orElseThrow();
        return redirected ? new Saving.HouseholdOnly(saved) : new Saving.Saved(saved);
    }

    /** What keeps it from being submitted, in the order of the form. */
    public List<Gap> gaps(Application application) {
        return checks.gaps(application);
    }

    /** What the applicant should look at again; it blocks nothing. */
    public Set<Flag> flags(Application application) {
        return checks.flags(application);
    }

    public List<Step> history(Application application) {
        return dossiers.history(application.id());
    }

    /** Hands it in; once more does no more. An endorsement stays good while who is endorsed stays the same. */
    @Transactional
    public Optional<Submission> submit(UUID accountId) {
        var row = applications.lockOpen(accountId);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        var application = dossiers.opened(row.get());
        if (!application.editable()) {
            return Optional.of(new Submission.Submitted(application));
        }
        var gaps = checks.gaps(application);
        if (!gaps.isEmpty()) {
            return Optional.of(new Submission.Incomplete(application, gaps));
        }
        boolean endorsed = Arrays.equals(row.get().endorsedIndex(), dossiers.identity(application));
        var licence = application.plain(Field.LICENCE);
        applications.submit(
                application.id(),
                (endorsed ? Application.State.ENDORSED : Application.State.SUBMITTED).name(),
                checks.county(application).orElseThrow(),
                licence.isEmpty() ? new byte[0] : checks.index(Field.LICENCE, licence),
                checks.index(Field.ID_NUMBER, application.plain(Field.ID_NUMBER)),
                checks.index(Field.BANK_ACCOUNT, application.plain(Field.BANK_ACCOUNT)),
                partner(application),
                lottery.drawn(),
                clock.now().plus(Duration.ofDays(DECIDED_WITHIN_DAYS)));
        return Optional.of(new Submission.Submitted(
                dossiers.step(application.id(), Dossiers.account(accountId), Step.Act.SUBMITTED, Map.of(), "")));
    }

    public List<Paper> papers(UUID accountId) {
        return papers.ofOwner(accountId);
    }

    public Optional<byte[]> paperFile(UUID accountId, UUID paperId) {
        return papers.file(accountId, paperId);
    }

    /** Empty when there is no application to which papers may be added now. */
    public Optional<PaperIntake> addPaper(UUID accountId, NewPaper paper, byte[] bytes) {
        return of(accountId)
                .filter(Application::editable)
                .flatMap(application -> papers.addWhile(accountId, paper, bytes, () -> stillOpen(accountId)));
    }

    /** Holds the application, so that it is not handed in between this look and the paper's row. */
    private boolean stillOpen(UUID accountId) {
        return applications
                .lockOpen(accountId)
                .map(dossiers::opened)
                .filter(Application::editable)
                .isPresent();
    }

    /** False when there is no such paper, or it is being read. */
    public boolean removePaper(UUID accountId, UUID paperId) {
        var fileKey = takeOut(accountId, paperId);
        fileKey.ifPresent(papers::forget);
        return fileKey.isPresent();
    }

    /** For whoever sent money to the account: it is the applicant's own. Once more does no more. */
    @Transactional
    public void bankAccountProven(UUID merchantId, String actor) {
        applications.prove(merchantId).forEach(id -> dossiers.proven(id, actor));
    }

    @Transactional
    Optional<String> takeOut(UUID accountId, UUID paperId) {
        return applications
                .lockOpen(accountId)
                .map(dossiers::opened)
                .filter(Application::editable)
                .flatMap(application -> papers.remove(accountId, paperId));
    }

    private Application underWay(UUID accountId, boolean english) {
        var id = Ids.next();
        if (applications.start(id, accountId, dossiers.sealed(Map.of()), english) > 0) {
            return dossiers.step(id, Dossiers.account(accountId), Step.Act.STARTED, Map.of(), "");
        }
        return applications.lockOpen(accountId).map(dossiers::opened).orElseThrow();
    }

    private @Nullable UUID partner(Application application) {
        return partners.byCode(application.typed().getOrDefault(PARTNER, ""))
                .map(partner -> partner.id())
                .orElse(null);
    }

    private static boolean changes(Map<String, String> known, String field, Map<String, String> typed) {
        var before = known.getOrDefault(field, "").strip();
        var after = typed.getOrDefault(field, before).strip();
        return !before.isEmpty() && !after.isEmpty() && !before.equals(after);
    }

    /** A masked number is not shown in the form again: left empty, it stays as it was. */
    private static boolean kept(String field, String text) {
        return field.equals(PROVINCE)
                || field.equals(PARTNER)
                || Field.byId(field)
                        .filter(known -> !known.masked() || !text.isBlank())
                        .isPresent();
    }
}
