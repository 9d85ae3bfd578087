package terrace.web.shop;

import java.util.List;

/** A listing on a card, in the reader's words. */
public record Card(
        String id,
        String title,
        String picture,
        long priceFen,
        long perJinFen,
        String origin,
        long sold,
        boolean inStock,
        List<Tag> tags) {}
