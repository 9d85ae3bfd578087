package terrace.web.applications;

import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.applications.Application;
import terrace.marketplace.applications.Decision;
import terrace.marketplace.applications.Queue;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Visitor;

/** What the desks of county and platform have in common: the queue, and what follows a decision. */
@Singleton
class DecisionDesk {
    private final DossierPages dossiers;

    DecisionDesk(DossierPages dossiers) {
        this.dossiers = dossiers;
    }

    /**
     * @param here the desk's address
     * @param list where its list is, with what it is asked
     */
    Waiting waiting(
            Visitor visitor, Queue queue, String here, String list, @Nullable String after, @Nullable String done) {
        String more = list + (list.contains("?") ? "&" : "?") + "after=";
        return new Waiting(
                queue.applications().stream()
                        .map(application ->
                                new Row(here + "/" + application.id(), dossiers.line(visitor.language(), application)))
                        .toList(),
                queue.nextAfter() == null ? null : more + queue.nextAfter(),
                after == null ? null : list,
                Outcomes.known(done));
    }

    /**
     * Back to the list when it is decided, else the page once more.
     *
     * @param again the page, with what has to be mended
     */
    HttpResponse<?> answer(
            Visitor visitor,
            String here,
            Map<String, String> typed,
            Optional<Decision> decision,
            Function<Form, HttpResponse<?>> again) {
        if (decision.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (decision.get()) {
            case Decision.Decided(Application application) ->
                Pages.seeOther(visitor, here + "?done=" + application.state());
            case Decision.SecondLookNeeded second -> Pages.seeOther(visitor, here + "?done=SECOND");
            case Decision other -> again.apply(Outcomes.told(typed, other));
        };
    }

    /** Gives it back to be mended, as the form says. */
    Optional<Decision> sendBack(Visitor visitor, UUID id, Map<String, String> typed, Returning door) {
        return door.sendBack(
                visitor.memberId(), id, Outcomes.round(typed), Outcomes.reasons(typed), typed.getOrDefault("note", ""));
    }

    /** Both doors give an application back in these words. */
    interface Returning {
        Optional<Decision> sendBack(UUID who, UUID id, int round, Map<String, String> reasons, String note);
    }

    /** Somebody who waits, as a table shows them. */
    record Row(String link, Dossier dossier) {}

    /** @param done which state an application was brought to a moment ago; null for none */
    record Waiting(
            List<Row> rows,
            @Nullable String next,
            @Nullable String first,
            @Nullable String done) {}
}
