package terrace.web.buying;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    private static final int SKUS_MAX = 100;

    private final Checkout checkout;
    private final CheckoutPages till;
    private final Baskets baskets;
    private final Pages pages;

    CheckoutController(Checkout checkout, CheckoutPages till, Baskets baskets, Pages pages) {
        this.checkout = checkout;
        this.till = till;
        this.baskets = baskets;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue String address) {
        CheckoutPage page = till.page(visitor, Ids.next(), Typed.id(address).orElse(null), null, 0, 0);
        return page.cartEmpty() ? Pages.seeOther(visitor, "/cart") : pages.show(visitor, "buying/checkout", page);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> place(Visitor visitor, @Body Map<String, String> typed) {
        UUID purchaseId = Typed.id(typed.get("purchase")).orElseGet(Ids::next);
        @Nullable UUID address = Typed.id(typed.get("address")).orElse(null);
        Placement placement = checkout.place(new PlaceOrder(
                purchaseId, visitor.memberId(), address, skus(typed), early(typed), Typed.fen(typed.get("total"))));
        baskets.changed(visitor.cartOwner());
        return switch (placement) {
            case Placement.Placed placed -> Pages.seeOther(visitor, "/purchases/" + placed.purchaseId() + "/payment");
            case Placement.SoldOut out -> again(visitor, purchaseId, address, "buying.checkout.sold-out");
            case Placement.PriceChanged changed ->
                pages.show(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "buying/checkout",
                        till.page(
                                visitor,
                                purchaseId,
                                address,
                                "buying.checkout.price-changed",
                                changed.shownFen(),
                                changed.nowFen()));
            case Placement.MerchantClosed closed ->
                again(visitor, purchaseId, address, "buying.checkout.merchant-closed");
            case Placement.NotDelivered no -> again(visitor, purchaseId, address, "buying.checkout.not-delivered");
            case Placement.AddressMissing missing ->
                again(visitor, purchaseId, null, "buying.checkout.address-missing");
            case Placement.CartEmpty empty -> Pages.seeOther(visitor, "/cart");
            case Placement.NotYours foreign -> HttpResponse.notFound();
        };
    }

    private HttpResponse<?> again(Visitor visitor, UUID purchaseId, @Nullable UUID address, String problem) {
        return pages.show(
                visitor,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "buying/checkout",
                till.page(visitor, purchaseId, address, problem, 0, 0));
    }

    /** Of goods bought before the harvest, the day the page said: an id, an at sign, and the day. */
    private static Map<UUID, LocalDate> early(Map<String, String> typed) {
        Map<UUID, LocalDate> early = new HashMap<>();
        for (String text : typed.getOrDefault("early", "").split(",", SKUS_MAX)) {
            int at = text.indexOf('@');
            Optional<UUID> sku = at < 0 ? Optional.empty() : Typed.id(text.substring(0, at));
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
                .flatMap(text -> Typed.id(text).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
