package terrace.catalog.enrolments;

import java.time.Instant;
import java.util.UUID;

/**
 * A price of a SKU that begins and ends by itself, and the pieces there are at it.
 *
 * @param id the bucket's it is sold from
 * @param priceFen in fen
 * @param flash in a session of a few hours
 */
record CampaignOffer(
        UUID id,
        UUID enrolmentId,
        UUID campaignId,
        UUID skuId,
        long priceFen,
        long pieces,
        boolean flash,
        Instant startsAt,
        Instant endsAt) {}
