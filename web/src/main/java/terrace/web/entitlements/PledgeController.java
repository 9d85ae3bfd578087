package terrace.web.entitlements;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.partners.Partner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.pledges.Pledge;
import terrace.marketplace.pledges.Pledges;
import terrace.orders.takings.Taken;
import terrace.orders.takings.Takings;
import terrace.web.pages.Language;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What organisations promised to buy, and how far they are, for everybody to see. */
@Controller("/pledges")
@Secured(Access.ANYONE)
class PledgeController {
    private static final int SECONDS = 15;
    private static final int WHOLE = 100;

    private final Pledges pledges;
    private final Partners partners;
    private final Takings takings;
    private final Pages pages;

    PledgeController(Pledges pledges, Partners partners, Takings takings, Pages pages) {
        this.pledges = pledges;
        this.partners = partners;
        this.takings = takings;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor) {
        return pages.showPublic(visitor, "pledges", SECONDS, "entitlements/pledges", () -> page(visitor.language()));
    }

    private PledgesPage page(Language language) {
        List<Pledge> latest = pledges.latest();
        Map<UUID, Partner> known =
                partners.byIds(latest.stream().map(Pledge::partnerId).collect(Collectors.toSet()));
        return new PledgesPage(latest.stream()
                .map(pledge -> row(language, pledge, Objects.requireNonNull(known.get(pledge.partnerId()))))
                .toList());
    }

    private Row row(Language language, Pledge pledge, Partner partner) {
        Taken bought = takings.helpedBy(
                pledge.partnerId(),
                start(pledge.firstDay()),
                start(pledge.lastDay().plusDays(1)));
        boolean english = language.english();
        return new Row(
                english ? partner.nameEn() : partner.name(),
                english ? pledge.titleEn() : pledge.title(),
                pledge.firstDay().toString(),
                pledge.lastDay().toString(),
                pledge.goalFen(),
                bought.fen(),
                bought.orders(),
                Math.multiplyExact(bought.fen(), WHOLE) / pledge.goalFen());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Clock.ZONE).toInstant();
    }

    /** Money in fen; percent may be above 100. */
    record Row(
            String partner,
            String title,
            String from,
            String until,
            long goalFen,
            long boughtFen,
            long orders,
            long percent) {}

    record PledgesPage(List<Row> pledges) {}
}
