package terrace.web.recommend;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.Listings;
import terrace.search.signals.PersonalRanking;
import terrace.search.signals.Signal;
import terrace.search.signals.Signals;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Why a member sees what they see, what is kept for it, and the switch. */
@Controller("/account/personal-ranking")
@Secured(Access.SIGNED_IN)
class PersonalRankingController {
    private static final String HERE = "/account/personal-ranking";
    private static final int LATEST_MAX = 10;

    private final PersonalRanking choice;
    private final Signals signals;
    private final Listings listings;
    private final Pages pages;

    PersonalRankingController(PersonalRanking choice, Signals signals, Listings listings, Pages pages) {
        this.choice = choice;
        this.signals = signals;
        this.listings = listings;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue String done) {
        Map<Signal.Kind, Long> counts = choice.kept(visitor.memberId());
        List<UUID> latest = signals.recent(visitor.memberId(), Signals.KEPT, LATEST_MAX * LATEST_MAX).stream()
                .filter(signal -> signal.kind() != Signal.Kind.SKIP)
                .map(Signal::listingId)
                .distinct()
                .limit(LATEST_MAX)
                .toList();
        return pages.show(
                visitor,
                "recommend/personal-ranking",
                new RankingPage(
                        choice.isOn(visitor.memberId()),
                        Arrays.stream(Signal.Kind.values())
                                .map(kind -> new Kept(kind.name(), counts.getOrDefault(kind, 0L)))
                                .toList(),
                        listings.cardsByIds(latest),
                        Signals.KEPT.toDays(),
                        known(done)));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> choose(Visitor visitor, @Body Map<String, String> typed) {
        String wanted = typed.getOrDefault("personal", "");
        switch (wanted) {
            case "on" -> choice.turnOn(visitor.memberId());
            case "off" -> choice.turnOff(visitor.memberId());
            case "forget" -> choice.forget(visitor.memberId());
            default -> {
                return Pages.seeOther(visitor, HERE);
            }
        }
        return Pages.seeOther(visitor, HERE + "?done=" + wanted);
    }

    private static @Nullable String known(@Nullable String done) {
        return done != null && List.of("on", "off", "forget").contains(done) ? done : null;
    }

    record Kept(String kind, long count) {}

    /** @param done what the member has just chosen, null when nothing */
    record RankingPage(
            boolean on,
            List<Kept> kept,
            List<ListingCard> latest,
            long days,
            @Nullable String done) {}
}
