package terrace.web.buying;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import terrace.orders.cart.Cart;
import terrace.orders.cart.UnavailableLine;
import terrace.web.pages.ListingPicture;

/** The pictures of what is in a basket, each the one its listing shows. */
final class CartPictures {
    private CartPictures() {}

    /** Files of pictures, small ones, by listing. */
    static Map<UUID, String> of(Cart cart) {
        Map<UUID, String> pictures = new HashMap<>();
        Stream.concat(
                        cart.groups().stream().flatMap(group -> group.lines().stream()),
                        cart.unavailable().stream().map(UnavailableLine::line).filter(Objects::nonNull))
                .forEach(line -> pictures.put(
                        line.listingId(), ListingPicture.small(line.motif(), line.countyCode(), line.listingId())));
        return pictures;
    }
}
