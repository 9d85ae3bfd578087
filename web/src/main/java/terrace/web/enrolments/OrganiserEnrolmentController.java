package terrace.web.enrolments;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.catalog.enrolments.Enrolments;
import terrace.catalog.enrolments.Review;
import terrace.catalog.flashsales.FlashSales;
import terrace.catalog.flashsales.Putting;
import terrace.catalog.flashsales.Session;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.money.Money;
import terrace.marketplace.organising.Organisers;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.pages.Words;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/**
 * Those who want to join a campaign, looked through many at a time by who runs it; and what goes into its flash sales,
 * which operators may arrange as well.
 */
@Controller("/organiser/campaigns/{id}/enrolments")
@Secured({Access.ORGANISER, Access.RECOMMENDER, Access.OPERATOR})
class OrganiserEnrolmentController {
    private static final String PICK = "pick-";
    private static final int REASON_LENGTH_MIN = 4;
    private static final int REASON_LENGTH_MAX = 200;

    private final Organisers organisers;
    private final Campaigns campaigns;
    private final Enrolments enrolments;
    private final FlashSales flashes;
    private final EnrolmentWords words;
    private final ReviewPages prepared;
    private final Words all;
    private final Pages pages;

    OrganiserEnrolmentController(
            Organisers organisers,
            Campaigns campaigns,
            Enrolments enrolments,
            FlashSales flashes,
            EnrolmentWords words,
            ReviewPages prepared,
            Words all,
            Pages pages) {
        this.organisers = organisers;
        this.campaigns = campaigns;
        this.enrolments = enrolments;
        this.flashes = flashes;
        this.words = words;
        this.prepared = prepared;
        this.all = all;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor, UUID id) {
        return seen(visitor, id)
                .<HttpResponse<?>>map(campaign -> show(visitor, campaign, HttpStatus.OK, Form.EMPTY, List.of()))
                .orElseGet(HttpResponse::notFound);
    }

    private Optional<Campaign> own(Visitor visitor, UUID id) {
        return visitor.account().flatMap(account -> organisers.campaign(account, id));
    }

    /** One's own, or for operators any that was announced. */
    private Optional<Campaign> seen(Visitor visitor, UUID id) {
        return own(visitor, id)
                .or(() -> visitor.account()
                        .filter(account -> account.is(Role.OPERATOR))
                        .flatMap(account -> campaigns.byId(id)));
    }

    /** One form with two buttons: all that were picked are approved, or refused for one reason. */
    @Post("/decisions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured({Access.ORGANISER, Access.RECOMMENDER})
    HttpResponse<?> decide(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<Campaign> campaign = own(visitor, id);
        if (campaign.isEmpty()) {
            return HttpResponse.notFound();
        }
        boolean refuse = typed.containsKey("refuse");
        String reason = typed.getOrDefault("reason", "").strip();
        List<UUID> picked = typed.keySet().stream()
                .filter(key -> key.startsWith(PICK))
                .limit(ReviewPages.ENROLMENTS_SHOWN)
                .flatMap(key -> Ids.read(key.substring(PICK.length())).stream())
                .toList();
        Form form = Form.of(typed);
        if (picked.isEmpty()) {
            form = form.with("waiting", "enrolments.review.none-picked");
        }
        int length = reason.codePointCount(0, reason.length());
        if (refuse && (length < REASON_LENGTH_MIN || length > REASON_LENGTH_MAX)) {
            form = form.with("reason", "enrolments.review.reason-missing");
        }
        if (!form.errors().isEmpty()) {
            return show(visitor, campaign.get(), HttpStatus.UNPROCESSABLE_ENTITY, form, List.of());
        }
        List<Review> reviews = new ArrayList<>();
        for (UUID enrolment : picked) {
            (refuse
                            ? enrolments.refuse(id, enrolment, reason, visitor.memberId())
                            : enrolments.approve(id, enrolment, visitor.memberId()))
                    .ifPresent(reviews::add);
        }
        return show(visitor, campaign.get(), HttpStatus.OK, Form.EMPTY, outcome(visitor, reviews, refuse));
    }

    private List<String> outcome(Visitor visitor, List<Review> reviews, boolean refuse) {
        List<String> said = new ArrayList<>();
        long done = reviews.stream().filter(Review.Done.class::isInstance).count();
        if (done > 0) {
            said.add(all.say(
                    visitor.language(), refuse ? "enrolments.review.refused" : "enrolments.review.approved", done));
        }
        for (Review review : reviews) {
            switch (review) {
                case Review.Clash clash ->
                    said.add(all.say(
                            visitor.language(),
                            "enrolments.review.clash",
                            words.title(visitor.language(), clash.campaignId())));
                case Review.OverBudget over ->
                    said.add(all.say(
                            visitor.language(),
                            "enrolments.review.over-budget",
                            Money.grouped(over.neededFen()),
                            Money.grouped(over.leftFen())));
                case Review.Over over -> said.add(all.say(visitor.language(), "enrolments.review.over"));
                case Review.Done fine -> {
                    // counted above
                }
            }
        }
        return said;
    }

    @Post("/flash")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> put(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<Campaign> campaign = seen(visitor, id);
        Optional<UUID> offer = Ids.read(typed.get("offer"));
        if (campaign.isEmpty() || offer.isEmpty()) {
            return HttpResponse.notFound();
        }
        String[] goods = typed.getOrDefault("goods", "").split("@", 2);
        Optional<UUID> enrolment = Ids.read(goods[0]);
        Optional<UUID> sku = goods.length < 2 ? Optional.empty() : Ids.read(goods[1]);
        Optional<Session> session = session(typed.getOrDefault("session", ""));
        Form form = Form.of(typed);
        if (enrolment.isEmpty() || sku.isEmpty() || session.isEmpty()) {
            return show(
                    visitor,
                    campaign.get(),
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    form.with("goods", "enrolments.flash.missing"),
                    List.of());
        }
        Optional<Putting> putting = flashes.put(
                id, enrolment.get(), sku.get(), session.get(), EnrolmentForm.number(typed.get("pieces")), offer.get());
        if (putting.isEmpty()) {
            return HttpResponse.notFound();
        }
        Form told =
                switch (putting.get()) {
                    case Putting.Put put -> form;
                    case Putting.TooFew few -> form.with("pieces", "enrolments.flash.too-few");
                    case Putting.Clash clash -> form.with("session", "enrolments.flash.clash");
                    case Putting.WrongTime wrong -> form.with("session", "enrolments.flash.wrong-time");
                    case Putting.NotEnrolled none -> form.with("goods", "enrolments.flash.not-enrolled");
                };
        return told.errors().isEmpty()
                ? Pages.seeOther(visitor, "/organiser/campaigns/" + id + "/enrolments")
                : show(visitor, campaign.get(), HttpStatus.UNPROCESSABLE_ENTITY, told, List.of());
    }

    @Post("/flash/{offer}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> takeOut(Visitor visitor, UUID id, UUID offer) {
        Optional<Campaign> campaign = seen(visitor, id);
        return campaign.isEmpty()
                        || flashes.byId(offer)
                                .filter(found -> found.campaignId().equals(id))
                                .isEmpty()
                ? HttpResponse.notFound()
                : flashes.takeOut(id, offer)
                        ? Pages.seeOther(visitor, "/organiser/campaigns/" + id + "/enrolments")
                        : show(
                                visitor,
                                campaign.get(),
                                HttpStatus.UNPROCESSABLE_ENTITY,
                                Form.EMPTY.with("session", "enrolments.flash.begun"),
                                List.of());
    }

    private static Optional<Session> session(String text) {
        String[] parts = text.split("@", 2);
        try {
            return parts.length < 2
                    ? Optional.empty()
                    : Session.at(LocalDate.parse(parts[0]), (int) EnrolmentForm.number(parts[1]));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private HttpResponse<?> show(
            Visitor visitor, Campaign campaign, HttpStatus status, Form form, List<String> outcome) {
        return pages.show(
                visitor,
                status,
                "enrolments/review",
                prepared.page(visitor, campaign, own(visitor, campaign.id()).isPresent(), form, outcome));
    }
}
