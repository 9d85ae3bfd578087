package terrace.catalog.lots;

import java.time.LocalDate;
import java.util.UUID;

/** A lot to be recorded; the id is minted when the form is shown, so that sending twice records once. */
public record NewLot(
        UUID id,
        UUID listingId,
        LocalDate harvestedOn,
        String countyCode,
        String village,
        long grams,
        String certificate,
        String testReport) {}
