package terrace.marketplace.zones;

import java.util.Set;
import java.util.UUID;

/**
 * What terms must know of goods to say whether they are for them; handed in, since goods are known elsewhere.
 *
 * @param categoryIds the category of the goods and all above it
 * @param jinFen what 斤 of it costs, in fen; 0 for what is sold by the piece, which no price of a 斤 is too dear for
 * @param pieces wanted, or so many in a cart
 */
public record ZoneGoods(UUID skuId, UUID listingId, UUID merchantId, Set<UUID> categoryIds, long jinFen, int pieces) {}
