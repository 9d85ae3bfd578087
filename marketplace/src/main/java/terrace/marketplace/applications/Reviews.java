package terrace.marketplace.applications;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.papers.Paper;
import terrace.marketplace.papers.Papers;

/** The platform's side of the way in: operators read, approve, return or refuse. */
@Singleton
public class Reviews {

    /** Long enough to say why, for whoever reads the audit trail. */
    public static final int REASON_CHARACTERS_MIN = 4;

    public static final int REASON_CHARACTERS_MAX = 200;

    private final ApplicationRepository applications;
    private final Dossiers dossiers;
    private final Checks checks;
    private final Papers papers;
    private final Audit audit;

    Reviews(ApplicationRepository applications, Dossiers dossiers, Checks checks, Papers papers, Audit audit) {
        this.applications = applications;
        this.dossiers = dossiers;
        this.checks = checks;
        this.papers = papers;
        this.audit = audit;
    }

    /** Those in this state who wait for somebody, oldest first. */
    public Queue queue(Application.State state, @Nullable String after, int limit) {
        var place = Place.of(after);
        return Queue.of(
                applications.queue(state.name(), place.since(), place.id(), limit + 1).stream()
                        .map(dossiers::opened)
                        .toList(),
                limit);
    }

    /** Not what was never submitted: drafts are nobody's business. */
    public Optional<Application> of(UUID id) {
        return dossiers.byId(id).filter(application -> application.round() > 0);
    }

    public List<Paper> papers(Application application) {
        return papers.ofOwner(application.accountId());
    }

    public Optional<Paper> paper(UUID id, UUID paperId) {
        return of(id).flatMap(application -> papers.ofOwner(application.accountId(), paperId));
    }

    public Optional<byte[]> paperFile(UUID id, UUID paperId) {
        return of(id).flatMap(application -> papers.file(application.accountId(), paperId));
    }

    public Set<Flag> flags(Application application) {
        return checks.flags(application);
    }

    public List<Step> history(Application application) {
        return dossiers.history(application.id());
    }

    /**
     * Approves, or is the first of the two looks that one in ten needs.
     *
     * @param round which submission was read
     * @param unrelated the operator's word not to be related to the applicant; goes to the audit trail
     */
    @Transactional
    public Optional<Decision> approve(UUID operatorId, UUID id, int round, Set<Check> checked, boolean unrelated) {
        return locked(id).map(application -> {
            if (application.state() == Application.State.REVIEWED && operatorId.equals(application.reviewedBy())) {
                return new Decision.Decided(application);
            }
            var objection = objection(operatorId, application, round);
            if (objection.isPresent()) {
                return objection.get();
            }
            if (!checked.containsAll(EnumSet.allOf(Check.class))) {
                return new Decision.Unchecked();
            }
            if (!unrelated) {
                return new Decision.Undeclared();
            }
            return approved(operatorId, application);
        });
    }

    /** Gives it back to be mended; reasons by field id or kind of paper. */
    @Transactional
    public Optional<Decision> sendBack(UUID operatorId, UUID id, int round, Map<String, String> reasons, String note) {
        return locked(id)
                .map(application -> reasons.isEmpty() && note.isBlank()
                        ? new Decision.ReasonMissing()
                        : objection(operatorId, application, round)
                                .orElseGet(() -> rested(operatorId, id, Step.Act.RETURNED, reasons, note)));
    }

    /** Ends it for good; the applicant may begin anew. */
    @Transactional
    public Optional<Decision> refuse(UUID operatorId, UUID id, int round, String note) {
        return locked(id)
                .map(application -> note.isBlank()
                        ? new Decision.ReasonMissing()
                        : objection(operatorId, application, round)
                                .orElseGet(() -> rested(operatorId, id, Step.Act.REFUSED, Map.of(), note)));
    }

    /** Shows a masked number in full; who did it and why stays in the audit trail. Empty without a reason. */
    @Transactional
    public Optional<String> reveal(UUID operatorId, UUID id, Field field, String reason) {
        var why = reason.strip();
        if (why.length() < REASON_CHARACTERS_MIN || why.length() > REASON_CHARACTERS_MAX) {
            return Optional.empty();
        }
        return of(id).map(application -> {
            audit.record(
                    Dossiers.account(operatorId),
                    "application.revealed",
                    Dossiers.subject(id),
                    Map.of("field", field.id(), "reason", why));
            return application.plain(field);
        });
    }

    private Decision approved(UUID operatorId, Application application) {
        var actor = Dossiers.account(operatorId);
        audit.record(actor, "application.declared-unrelated", Dossiers.subject(application.id()), Map.of());
        if (application.secondLook() && application.firstReviewer() == null) {
            applications.firstLook(application.id(), operatorId);
            return new Decision.SecondLookNeeded(
                    dossiers.step(application.id(), actor, Step.Act.FIRST_LOOK, Map.of(), ""));
        }
        applications.review(application.id(), operatorId);
        return new Decision.Decided(dossiers.step(application.id(), actor, Step.Act.REVIEWED, Map.of(), ""));
    }

    private Decision rested(UUID operatorId, UUID id, Step.Act act, Map<String, String> reasons, String note) {
        applications.rest(id, act.name());
        return new Decision.Decided(dossiers.step(id, Dossiers.account(operatorId), act, reasons, note.strip()));
    }

    private static Optional<Decision> objection(UUID operatorId, Application application, int round) {
        if (application.accountId().equals(operatorId)) {
            return Optional.of(new Decision.OwnApplication());
        }
        if (application.state() != Application.State.ENDORSED || application.round() != round) {
            return Optional.of(new Decision.Overtaken(application));
        }
        return operatorId.equals(application.firstReviewer())
                ? Optional.of(new Decision.LookedBefore())
                : Optional.empty();
    }

    private Optional<Application> locked(UUID id) {
        return dossiers.lock(id).filter(application -> application.round() > 0);
    }
}
