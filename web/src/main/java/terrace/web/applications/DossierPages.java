package terrace.web.applications;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.applications.Application;
import terrace.marketplace.applications.Field;
import terrace.marketplace.applications.Flag;
import terrace.marketplace.applications.Requirements;
import terrace.marketplace.applications.Step;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.papers.Paper;
import terrace.marketplace.regions.Regions;
import terrace.web.buying.Sights;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** Turns applications into what pages show. */
@Singleton
class DossierPages {
    private final Regions regions;
    private final CandidatePages candidates;
    private final Words words;
    private final Sights sights;
    private final Clock clock;

    DossierPages(Regions regions, CandidatePages candidates, Words words, Sights sights, Clock clock) {
        this.regions = regions;
        this.candidates = candidates;
        this.words = words;
        this.sights = sights;
        this.clock = clock;
    }

    /** Without what only a full page shows. */
    Dossier line(Language language, Application application) {
        return of(language, application, List.of(), Set.of(), List.of());
    }

    /** As the applicant sees it. */
    Dossier of(Language language, Application application, List<Paper> papers, Set<Flag> flags, List<Step> steps) {
        return of(language, application, papers, flags, steps, null);
    }

    /** As county and platform see it: with what the partner said that is named. */
    Dossier withWord(
            Language language, Application application, List<Paper> papers, Set<Flag> flags, List<Step> steps) {
        return of(language, application, papers, flags, steps, candidates.word(application));
    }

    private Dossier of(
            Language language,
            Application application,
            List<Paper> papers,
            Set<Flag> flags,
            List<Step> steps,
            Dossier.@Nullable Word word) {
        @Nullable Step last = steps.isEmpty() ? null : steps.getLast();
        boolean told = last != null
                && (application.state() == Application.State.RETURNED
                        || application.state() == Application.State.REFUSED);
        return new Dossier(
                application.id(),
                application.round(),
                application.state().name(),
                application.kind() == null ? "" : application.kind().name(),
                application.value(Field.NAME),
                regions.path(application.plain(Field.COUNTY)),
                candidates.partner(language, application.partnerId()),
                word,
                application.waitingSince() == null ? null : sights.time(application.waitingSince()),
                daysLeft(application.dueAt()),
                application.secondLook(),
                application.firstReviewer() != null,
                application.provenAt() != null,
                answers(application),
                papers.stream().map(this::sheet).toList(),
                flags.stream().sorted().map(Flag::name).toList(),
                told && last != null ? last.reasons() : Map.of(),
                told && last != null ? last.note() : "",
                steps.stream()
                        .map(step -> mark(language, step, step.equals(last)))
                        .toList());
    }

    Dossier.Sheet sheet(Paper paper) {
        LocalDate until = paper.expiresOn();
        return new Dossier.Sheet(
                paper.id(),
                paper.kind().name(),
                paper.number(),
                until == null ? "" : until.toString(),
                paper.expired(clock.today()),
                paper.picture());
    }

    private List<Dossier.Answer> answers(Application application) {
        if (application.kind() == null) {
            return List.of();
        }
        return Requirements.of(application.kind()).fields().stream()
                .map(field -> new Dossier.Answer(
                        field.id(),
                        field == Field.COUNTY ? regions.path(application.plain(field)) : application.shown(field),
                        field.masked()))
                .toList();
    }

    private Dossier.Mark mark(Language language, Step step, boolean current) {
        String note = step.act() == Step.Act.RETURNED || step.act() == Step.Act.REFUSED ? step.note() : "";
        return new Dossier.Mark(
                words.say(language, "applications.act." + step.act().name()),
                sights.time(step.at()),
                note.isEmpty() ? null : note,
                true,
                current);
    }

    /** Days begun count whole; none or fewer is too late. */
    private @Nullable Long daysLeft(@Nullable Instant dueAt) {
        return dueAt == null ? null : ChronoUnit.DAYS.between(clock.today(), clock.dayOf(dueAt));
    }

    /** Which of the five steps shown to the applicant it is at, from 1. */
    static int stage(Application.State state) {
        return switch (state) {
            case DRAFT, RETURNED, REFUSED -> 1;
            case SUBMITTED -> 2;
            case ENDORSED -> 3;
            case REVIEWED, SIGNED -> 4;
            case OPEN -> 5;
        };
    }

    List<String> stages(Language language) {
        return Arrays.stream(new String[] {"1", "2", "3", "4", "5"})
                .map(stage -> words.say(language, "applications.stage." + stage))
                .toList();
    }
}
