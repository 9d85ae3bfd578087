package terrace.web.applications;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.applications.Application;
import terrace.marketplace.applications.Candidate;
import terrace.marketplace.applications.Recommendations;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.recommenders.Recommender;
import terrace.marketplace.recommenders.Recommenders;
import terrace.marketplace.regions.Regions;
import terrace.web.pages.Language;
import terrace.web.signin.Visitor;

/** Turns what partners see and say into what pages show. */
@Singleton
class CandidatePages {
    /** Nobody of the partner has said anything yet. */
    private static final String NAMED = "NAMED";

    private final Recommendations recommendations;
    private final Recommenders recommenders;
    private final Partners partners;
    private final Regions regions;
    private final Clock clock;

    CandidatePages(
            Recommendations recommendations,
            Recommenders recommenders,
            Partners partners,
            Regions regions,
            Clock clock) {
        this.recommendations = recommendations;
        this.recommenders = recommenders;
        this.partners = partners;
        this.regions = regions;
        this.clock = clock;
    }

    /** What the partner is called for which the visitor speaks; empty for none. */
    String partner(Visitor visitor) {
        return recommenders
                .of(visitor.memberId())
                .map(Recommender::partnerId)
                .map(id -> partner(visitor.language(), id))
                .orElse("");
    }

    String partner(Language language, @Nullable UUID id) {
        return id == null
                ? ""
                : partners.byIds(Set.of(id)).values().stream()
                        .map(partner -> language.english() ? partner.nameEn() : partner.name())
                        .findFirst()
                        .orElse("");
    }

    /** How much the name of the partner is worth; null where none is named. */
    Dossier.@Nullable Word word(Application application) {
        return application.partnerId() == null ? null : word(recommendations.word(application));
    }

    Sight sight(Candidate candidate) {
        return new Sight(
                candidate.id(),
                candidate.round(),
                candidate.kind().name(),
                candidate.name(),
                candidate.person(),
                regions.path(candidate.countyCode()),
                candidate.goods(),
                candidate.households(),
                clock.dayOf(candidate.startedAt()).toString(),
                word(Optional.ofNullable(candidate.word())));
    }

    private Dossier.Word word(Optional<Candidate.Word> word) {
        return word.map(said -> new Dossier.Word(
                        said.said().name(), clock.dayOf(said.at()).toString(), said.sentence()))
                .orElse(new Dossier.Word(NAMED, "", ""));
    }

    /** Somebody who names the partner, as its people see them. */
    record Sight(
            UUID id,
            int round,
            String kind,
            String name,
            String person,
            String place,
            String goods,
            String households,
            String begun,
            Dossier.Word word) {}
}
