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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.ids.Ids;
import terrace.orders.cart.Cart;
import terrace.orders.cart.CartChange;
import terrace.orders.cart.Carts;
import terrace.web.pages.Baskets;
import terrace.web.pages.Pages;
import terrace.web.recommend.RowView;
import terrace.web.recommend.Rows;
import terrace.web.recommend.Watching;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The basket, a stranger's too. */
@Controller("/cart")
@Secured(Access.ANYONE)
class CartController {
    private final Carts carts;
    private final Baskets baskets;
    private final Rows rows;
    private final Watching watching;
    private final Pages pages;

    CartController(Carts carts, Baskets baskets, Rows rows, Watching watching, Pages pages) {
        this.carts = carts;
        this.baskets = baskets;
        this.rows = rows;
        this.watching = watching;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue String added) {
        return page(visitor, HttpStatus.OK, null, added != null);
    }

    @Post("/lines")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(Visitor visitor, @Body Map<String, String> typed) {
        Optional<UUID> sku = Ids.read(typed.get("sku"));
        if (sku.isEmpty()) {
            return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, "buying.cart.choose-sku", false);
        }
        CartChange change = carts.add(visitor.cartOwner(), sku.get(), Typed.quantity(typed.get("quantity")));
        if (change instanceof CartChange.Changed) {
            watching.added(visitor, sku.get());
        }
        return after(visitor, change, typed.containsKey("buy") ? "/checkout" : "/cart?added=1");
    }

    @Post("/lines/{skuId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(Visitor visitor, UUID skuId, @Body Map<String, String> typed) {
        if (typed.containsKey("remove")) {
            carts.remove(visitor.cartOwner(), skuId);
            baskets.changed(visitor.cartOwner());
            return Pages.seeOther(visitor, "/cart");
        }
        int quantity = Typed.quantity(typed.getOrDefault("step", typed.getOrDefault("quantity", "")));
        return after(visitor, carts.put(visitor.cartOwner(), skuId, quantity), "/cart");
    }

    private HttpResponse<?> after(Visitor visitor, CartChange change, String next) {
        baskets.changed(visitor.cartOwner());
        return switch (change) {
            case CartChange.Changed changed -> Pages.seeOther(visitor, next);
            case CartChange.CartFull full -> page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, "buying.cart.full", false);
            case CartChange.QuantityOutside outside ->
                page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, "buying.cart.quantity", false);
            case CartChange.NotForSale gone ->
                page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, "buying.cart.not-for-sale", false);
        };
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, @Nullable String problem, boolean added) {
        Cart cart = carts.cart(visitor.cartOwner());
        return pages.show(
                visitor,
                status,
                "buying/cart",
                new CartPage(
                        cart,
                        CartPictures.of(cart),
                        cart.goodsFen(),
                        problem,
                        added,
                        !visitor.signedIn(),
                        rows.ofBasket(visitor),
                        rows.watched(visitor),
                        null));
    }

    /**
     * @param guest whether nobody is signed in: they may buy by their phone
     * @param rows what goes with the basket
     * @param watched whether the reader's browser may tell what becomes of those
     * @param beside null: this is the page of no single listing
     */
    record CartPage(
            Cart cart,
            Map<UUID, String> pictures,
            long goodsFen,
            @Nullable String problem,
            boolean added,
            boolean guest,
            List<RowView> rows,
            boolean watched,
            @Nullable UUID beside) {}
}
