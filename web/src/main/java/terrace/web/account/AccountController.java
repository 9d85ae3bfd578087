package terrace.web.account;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import terrace.orders.purchases.OrderSlice;
import terrace.orders.purchases.OrderState;
import terrace.orders.purchases.Purchases;
import terrace.web.buying.OrderSight;
import terrace.web.buying.Sights;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A member's own pages. */
@Controller("/account")
@Secured(Access.SIGNED_IN)
class AccountController {
    private static final int ORDERS_SHOWN = 10;

    private final Purchases purchases;
    private final Sights sights;
    private final Pages pages;

    AccountController(Purchases purchases, Sights sights, Pages pages) {
        this.purchases = purchases;
        this.sights = sights;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor) {
        Map<OrderState, Long> counts = purchases.countsOfMember(visitor.memberId());
        return pages.show(
                visitor,
                "account/account",
                new AccountPage(
                        visitor.account().orElseThrow().name(),
                        visitor.account().orElseThrow().staff(),
                        tabs(counts, null)));
    }

    @Get("/orders")
    HttpResponse<?> orders(Visitor visitor, @Nullable @QueryValue String state, @Nullable @QueryValue String after) {
        @Nullable
        OrderState wanted = Arrays.stream(OrderState.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .orElse(null);
        OrderSlice slice = purchases.ordersOfMember(visitor.memberId(), wanted, after, ORDERS_SHOWN);
        String here = "/account/orders?state=" + (wanted == null ? "" : wanted.name());
        return pages.show(
                visitor,
                "account/orders",
                new OrdersPage(
                        sights.orders(visitor, slice.orders()),
                        tabs(purchases.countsOfMember(visitor.memberId()), wanted),
                        slice.nextAfter() == null ? null : here + "&after=" + slice.nextAfter(),
                        after == null ? null : here));
    }

    private static List<Tab> tabs(Map<OrderState, Long> counts, @Nullable OrderState chosen) {
        return Arrays.stream(OrderState.values())
                .map(state -> new Tab(state.name(), counts.getOrDefault(state, 0L), state == chosen))
                .toList();
    }

    record Tab(String state, long count, boolean chosen) {}

    record AccountPage(String name, boolean staff, List<Tab> tabs) {}

    record OrdersPage(
            List<OrderSight> orders,
            List<Tab> tabs,
            @Nullable String next,
            @Nullable String first) {}
}
