package terrace.web.operator;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.events.Delivery;
import terrace.marketplace.events.EventWorker;
import terrace.web.buying.Sights;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Deliveries of events that kept failing, and another try for them. */
@Controller("/operator/events")
@Secured(Access.OPERATOR)
class EventController {
    private static final int DELIVERIES_SHOWN = 100;

    private final EventWorker worker;
    private final Sights sights;
    private final Pages pages;

    EventController(EventWorker worker, Sights sights, Pages pages) {
        this.worker = worker;
        this.sights = sights;
        this.pages = pages;
    }

    /** @param retried after a retry: whether there was something to try again */
    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue Boolean retried) {
        List<Row> rows = worker.parked(DELIVERIES_SHOWN).stream().map(this::row).toList();
        return pages.show(visitor, "operator/events", new EventsPage(rows, worker.owed(), retried));
    }

    @Post("/retries")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> retry(Visitor visitor, @Body Map<String, String> typed) {
        boolean retried = tryAgain(typed.getOrDefault("event", ""), typed.getOrDefault("subscriber", ""));
        return Pages.seeOther(visitor, "/operator/events?retried=" + retried);
    }

    private boolean tryAgain(String event, String subscriber) {
        try {
            return worker.retry(UUID.fromString(event), subscriber);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Row row(Delivery delivery) {
        String error = delivery.lastError();
        return new Row(
                delivery.eventId(),
                delivery.name(),
                delivery.subscriber(),
                delivery.attempts(),
                sights.time(delivery.publishedAt()),
                error == null ? "" : error,
                delivery.payload());
    }

    record Row(
            UUID eventId,
            String name,
            String subscriber,
            int attempts,
            String publishedAt,
            String error,
            String payload) {}

    record EventsPage(List<Row> parked, long owed, @Nullable Boolean retried) {}
}
