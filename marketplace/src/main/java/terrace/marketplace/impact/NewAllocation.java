package terrace.marketplace.impact;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An allocation as a county writes it down.
 *
 * @param id minted when the form was shown
 * @param goodsCounty where the goods come from
 * @param villages whose families these are
 */
public record NewAllocation(
        UUID id,
        UUID listingId,
        @Nullable UUID lotId,
        String goodsCounty,
        Basis basis,
        LocalDate from,
        LocalDate to,
        Set<String> villages) {}
