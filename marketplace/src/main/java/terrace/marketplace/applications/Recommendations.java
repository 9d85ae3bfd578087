package terrace.marketplace.applications;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.recommenders.Recommendation;
import terrace.marketplace.recommenders.Recommender;
import terrace.marketplace.recommenders.Recommenders;

/**
 * What partner organisations say of applicants who name them, see .decisions/0021; who speaks for one comes first in
 * every call and sees only its own.
 */
@Singleton
public class Recommendations {

    /** Long enough to say how the partner knows them, or that it does not. */
    public static final int SENTENCE_CHARACTERS_MIN = 4;

    public static final int SENTENCE_CHARACTERS_MAX = 300;

    private static final UUID LAST = new UUID(-1, -1);

    private final ApplicationRepository applications;
    private final Dossiers dossiers;
    private final Recommenders recommenders;
    private final Audit audit;

    Recommendations(ApplicationRepository applications, Dossiers dossiers, Recommenders recommenders, Audit audit) {
        this.applications = applications;
        this.dossiers = dossiers;
        this.recommenders = recommenders;
        this.audit = audit;
    }

    /** Those who name the partner this account speaks for, whatever became of them; empty when it speaks for none. */
    public Candidate.Slice candidates(UUID recommenderId, @Nullable UUID before, int limit) {
        return recommenders
                .of(recommenderId)
                .map(recommender -> slice(recommender.partnerId(), before == null ? LAST : before, limit))
                .orElse(new Candidate.Slice(List.of(), null));
    }

    /** Empty when it does not name this account's partner, or is with its applicant at present. */
    public Optional<Candidate> of(UUID recommenderId, UUID id) {
        return dossiers.byId(id)
                .filter(application -> sees(recommenderId, application))
                .map(application -> candidate(application, word(application).orElse(null)));
    }

    /**
     * Says a word of the applicant; another one later counts instead. Nobody on the way in waits for it.
     *
     * @param round which submission was read
     * @return empty when it does not name this account's partner
     */
    @Transactional
    public Optional<Decision> say(UUID recommenderId, UUID id, int round, Recommendation.Said said, String sentence) {
        return dossiers.lock(id)
                .filter(application -> sees(recommenderId, application))
                .map(application -> {
                    var text = sentence.strip();
                    if (application.accountId().equals(recommenderId)) {
                        return new Decision.OwnApplication();
                    }
                    if (application.round() != round) {
                        return new Decision.Overtaken(application);
                    }
                    if (text.length() < SENTENCE_CHARACTERS_MIN || text.length() > SENTENCE_CHARACTERS_MAX) {
                        return new Decision.ReasonMissing();
                    }
                    say(recommenderId, application, said, text);
                    return new Decision.Decided(application);
                });
    }

    /** For county and platform: what the partner named said, while who is meant stays the same. */
    public Optional<Candidate.Word> word(Application application) {
        return application.partnerId() == null
                ? Optional.empty()
                : recommenders.words(application.partnerId(), List.of(application.id())).stream()
                        .filter(said -> said.isOf(dossiers.identity(application)))
                        .map(Recommendations::shown)
                        .findFirst();
    }

    private void say(UUID recommenderId, Application application, Recommendation.Said said, String text) {
        boolean again = word(application)
                .filter(word -> word.said() == said && word.sentence().equals(text))
                .isPresent();
        if (again) {
            return;
        }
        recommenders.say(
                application.id(),
                Objects.requireNonNull(application.partnerId()),
                said,
                text,
                dossiers.identity(application),
                recommenderId);
        audit.record(
                Dossiers.account(recommenderId),
                "recommendation." + said.name().toLowerCase(Locale.ROOT),
                Dossiers.subject(application.id()),
                Map.of("partner", application.partnerId().toString()));
    }

    private Candidate.Slice slice(UUID partnerId, UUID before, int limit) {
        var found = applications.ofPartner(partnerId, before, limit + 1);
        var shown = found.stream().limit(limit).map(dossiers::opened).toList();
        if (shown.isEmpty()) {
            return new Candidate.Slice(List.of(), null);
        }
        var last = recommenders
                .words(partnerId, shown.stream().map(Application::id).toList())
                .stream()
                .collect(Collectors.toMap(Recommendation::applicationId, Function.identity()));
        return new Candidate.Slice(
                shown.stream()
                        .map(application -> candidate(
                                application,
                                Optional.ofNullable(last.get(application.id()))
                                        .filter(said -> said.isOf(dossiers.identity(application)))
                                        .map(Recommendations::shown)
                                        .orElse(null)))
                        .toList(),
                found.size() > limit ? shown.getLast().id() : null);
    }

    private static Candidate.Word shown(Recommendation said) {
        return new Candidate.Word(said.said(), said.sentence(), said.at());
    }

    private boolean sees(UUID recommenderId, Application application) {
        return application.round() > 0
                && application.state() != Application.State.RETURNED
                && application.state() != Application.State.REFUSED
                && recommenders
                        .of(recommenderId)
                        .map(Recommender::partnerId)
                        .filter(partner -> partner.equals(application.partnerId()))
                        .isPresent();
    }

    private static Candidate candidate(Application application, Candidate.@Nullable Word word) {
        return new Candidate(
                application.id(),
                application.round(),
                Objects.requireNonNull(application.kind()),
                application.value(Field.NAME),
                application.value(Field.PERSON),
                application.plain(Field.COUNTY),
                application.value(Field.GOODS),
                application.value(Field.HOUSEHOLDS),
                application.startedAt(),
                word);
    }
}
