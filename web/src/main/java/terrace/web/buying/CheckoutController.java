package terrace.web.buying;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.ids.Ids;
import terrace.orders.checkout.Checkout;
import terrace.orders.checkout.PlaceOrder;
import terrace.orders.checkout.Placement;
import terrace.web.pages.Baskets;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The till: one form for the goods of all merchants. */
@Controller("/checkout")
@Secured(Access.MEMBER)
class CheckoutController {
    private static final Pattern WAY = Pattern.compile("[a-z]{2,20}");
    private static final int SKUS_MAX = 100;

    private final Checkout checkout;
    private final CheckoutPages till;
    private final RushPages rush;
    private final Baskets baskets;
    private final Pages pages;

    CheckoutController(
            Checkout checkout, CheckoutPages till, RushPages rush, Baskets baskets, Pages pages, MeterRegistry meters) {
        meters.gauge("terrace.checkout.people", checkout, Checkout::people);
        this.checkout = checkout;
        this.till = till;
        this.rush = rush;
        this.baskets = baskets;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue String address) {
        CheckoutChoice choice = CheckoutChoice.first(Ids.read(address).orElse(null));
        CheckoutPage page = till.page(visitor, choice, null, 0, 0);
        return page.cartEmpty() ? Pages.seeOther(visitor, "/cart") : pages.show(visitor, "buying/checkout", page);
    }

    /** One form with two buttons: one reckons anew what was chosen, the other places what the page shows. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> place(Visitor visitor, @Body Map<String, String> typed) {
        CheckoutChoice choice = CheckoutChoice.of(typed);
        if (choice.wrong()) {
            return again(visitor, HttpStatus.UNPROCESSABLE_ENTITY, choice, null);
        }
        if (typed.containsKey("reckon")) {
            return again(visitor, HttpStatus.OK, choice, null);
        }
        Placement placement = checkout.place(new PlaceOrder(
                choice.purchase(),
                visitor.memberId(),
                choice.address(),
                skus(typed),
                early(typed),
                choice.extras(),
                Typed.fen(typed.get("total"))));
        if (placement instanceof Placement.Placed) {
            baskets.changed(visitor.cartOwner());
        }
        return answer(visitor, choice, placement, typed);
    }

    /** The channel chosen goes along; a word that is none leads by the usual one. */
    private static String wayToPay(UUID purchase, CheckoutChoice choice) {
        String by = choice.form().value("by");
        return "/purchases/" + purchase + "/payment" + (WAY.matcher(by).matches() ? "?by=" + by : "");
    }

    private HttpResponse<?> answer(
            Visitor visitor, CheckoutChoice choice, Placement placement, Map<String, String> typed) {
        return switch (placement) {
            case Placement.Placed placed -> Pages.seeOther(visitor, wayToPay(placed.purchaseId(), choice));
            case Placement.SoldOut out -> refused(visitor, choice, "buying.checkout.sold-out");
            case Placement.PriceChanged changed ->
                refused(visitor, choice, "buying.checkout.price-changed", changed.shownFen(), changed.nowFen());
            case Placement.CampaignOver over ->
                refused(visitor, choice, "buying.checkout.campaign-over", over.shownFen(), over.nowFen());
            case Placement.CampaignSoldOut out ->
                refused(visitor, choice, "buying.checkout.campaign-sold-out", out.shownFen(), out.nowFen());
            case Placement.AboveCap above -> refused(visitor, choice, "buying.checkout.above-cap");
            case Placement.Crowded crowded -> rush.turnedAway(visitor, List.of(), typed);
            case Placement.TurnedAway away -> rush.turnedAway(visitor, away.lines(), typed);
            case Placement.MerchantClosed closed -> refused(visitor, choice, "buying.checkout.merchant-closed");
            case Placement.AgainstZone zone -> refused(visitor, choice, "buying.checkout.zone");
            case Placement.NotDelivered no -> refused(visitor, choice, "buying.checkout.not-delivered");
            case Placement.AddressMissing missing -> refused(visitor, choice, "buying.checkout.address-missing");
            case Placement.CartEmpty empty -> Pages.seeOther(visitor, "/cart");
            case Placement.NotYours foreign -> HttpResponse.notFound();
        };
    }

    private HttpResponse<?> refused(Visitor visitor, CheckoutChoice choice, String problem) {
        return again(visitor, HttpStatus.UNPROCESSABLE_ENTITY, choice, problem);
    }

    private HttpResponse<?> refused(
            Visitor visitor, CheckoutChoice choice, String problem, long shownFen, long nowFen) {
        return pages.show(
                visitor,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "buying/checkout",
                till.page(visitor, choice, problem, shownFen, nowFen));
    }

    private HttpResponse<?> again(Visitor visitor, HttpStatus status, CheckoutChoice choice, @Nullable String problem) {
        return pages.show(visitor, status, "buying/checkout", till.page(visitor, choice, problem, 0, 0));
    }

    /** Of goods bought before the harvest, the day the page said: an id, an at sign, and the day. */
    private static Map<UUID, LocalDate> early(Map<String, String> typed) {
        Map<UUID, LocalDate> early = new HashMap<>();
        for (String text : typed.getOrDefault("early", "").split(",", SKUS_MAX)) {
            int at = text.indexOf('@');
            Optional<UUID> sku = at < 0 ? Optional.empty() : Ids.read(text.substring(0, at));
            if (sku.isPresent()) {
                try {
                    early.put(sku.get(), LocalDate.parse(text.substring(at + 1)));
                } catch (DateTimeException e) {
                    // no day: then it is not bought early, and the page is shown again
                    early.remove(sku.get());
                }
            }
        }
        return early;
    }

    private static Set<UUID> skus(Map<String, String> typed) {
        return Arrays.stream(typed.getOrDefault("skus", "").split(","))
                .limit(SKUS_MAX)
                .flatMap(text -> Ids.read(text).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
