package terrace.marketplace.applications;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.endorsers.Endorser;
import terrace.marketplace.endorsers.Endorsers;
import terrace.marketplace.papers.Paper;
import terrace.marketplace.papers.Papers;

/** A county's side of the way in; the endorser comes first in every call and sees only their own county. */
@Singleton
public class Endorsements {

    private static final Set<Application.State> SEEN = Set.of(
            Application.State.SUBMITTED,
            Application.State.ENDORSED,
            Application.State.REVIEWED,
            Application.State.SIGNED,
            Application.State.OPEN);

    private final ApplicationRepository applications;
    private final Dossiers dossiers;
    private final Checks checks;
    private final Endorsers endorsers;
    private final Papers papers;

    Endorsements(
            ApplicationRepository applications, Dossiers dossiers, Checks checks, Endorsers endorsers, Papers papers) {
        this.applications = applications;
        this.dossiers = dossiers;
        this.checks = checks;
        this.endorsers = endorsers;
        this.papers = papers;
    }

    /** Those who wait for this endorser's county; empty for an account that speaks for none. */
    public Queue queue(UUID endorserId, @Nullable String after, int limit) {
        var place = Place.of(after);
        return endorsers
                .of(endorserId)
                .map(endorser ->
                        applications.queueOfCounty(endorser.countyCode(), place.since(), place.id(), limit + 1))
                .map(rows -> Queue.of(rows.stream().map(dossiers::opened).toList(), limit))
                .orElse(new Queue(List.of(), null));
    }

    public Optional<Application> of(UUID endorserId, UUID id) {
        return dossiers.byId(id).filter(application -> sees(endorserId, application));
    }

    public List<Paper> papers(Application application) {
        return papers.ofOwner(application.accountId());
    }

    public Set<Flag> flags(Application application) {
        return checks.flags(application);
    }

    public List<Step> history(Application application) {
        return dossiers.history(application.id());
    }

    public Optional<byte[]> paperFile(UUID endorserId, UUID id, UUID paperId) {
        return of(endorserId, id).flatMap(application -> papers.file(application.accountId(), paperId));
    }

    public Optional<Paper> paper(UUID endorserId, UUID id, UUID paperId) {
        return of(endorserId, id).flatMap(application -> papers.ofOwner(application.accountId(), paperId));
    }

    /**
     * Vouches for the applicant.
     *
     * @param round which submission was read
     * @return empty when it is not this county's
     */
    @Transactional
    public Optional<Decision> endorse(UUID endorserId, UUID id, int round) {
        return locked(endorserId, id).map(application -> {
            if (application.accountId().equals(endorserId)) {
                return new Decision.OwnApplication();
            }
            if (endorserId.equals(application.endorsedBy()) && application.state() != Application.State.SUBMITTED) {
                return new Decision.Decided(application);
            }
            if (overtaken(application, round)) {
                return new Decision.Overtaken(application);
            }
            applications.endorse(id, endorserId, dossiers.identity(application));
            return new Decision.Decided(
                    dossiers.step(id, Dossiers.account(endorserId), Step.Act.ENDORSED, Map.of(), ""));
        });
    }

    /** Gives it back to be mended; reasons by field id or kind of paper. */
    @Transactional
    public Optional<Decision> sendBack(UUID endorserId, UUID id, int round, Map<String, String> reasons, String note) {
        return locked(endorserId, id).map(application -> {
            if (reasons.isEmpty() && note.isBlank()) {
                return new Decision.ReasonMissing();
            }
            if (overtaken(application, round)) {
                return new Decision.Overtaken(application);
            }
            applications.rest(id, Application.State.RETURNED.name());
            return new Decision.Decided(
                    dossiers.step(id, Dossiers.account(endorserId), Step.Act.RETURNED, reasons, note.strip()));
        });
    }

    private Optional<Application> locked(UUID endorserId, UUID id) {
        return of(endorserId, id).flatMap(seen -> dossiers.lock(id));
    }

    private boolean sees(UUID endorserId, Application application) {
        return SEEN.contains(application.state())
                && endorsers
                        .of(endorserId)
                        .map(Endorser::countyCode)
                        .filter(county -> county.equals(application.plain(Field.COUNTY)))
                        .isPresent();
    }

    private static boolean overtaken(Application application, int round) {
        return application.state() != Application.State.SUBMITTED || application.round() != round;
    }
}
