package terrace.web.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A listing on a card, in the reader's words.
 *
 * @param perJinFen null where the goods are sold by the piece
 * @param reviews how many of them rate it
 * @param tenths its stars on average, times ten
 * @param wasFen its price before a reduction, null when there is none to speak of
 */
public record Card(
        String id,
        String title,
        String picture,
        long priceFen,
        @Nullable Long perJinFen,
        String origin,
        long sold,
        long reviews,
        int tenths,
        boolean inStock,
        List<Tag> tags,
        @Nullable Long wasFen) {}
