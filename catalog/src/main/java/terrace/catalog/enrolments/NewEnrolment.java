package terrace.catalog.enrolments;

import java.util.Map;
import java.util.UUID;

/**
 * What a merchant signs.
 *
 * @param id minted when the form was shown, so that sending twice signs once
 * @param flash only for flash sessions
 * @param lines by SKU
 * @param name of the person who signs
 * @param terms the text as it reads now
 * @param readSha256 of the text as it was shown
 */
public record NewEnrolment(
        UUID id,
        UUID campaignId,
        UUID listingId,
        boolean flash,
        Map<UUID, Wanted> lines,
        String name,
        String terms,
        String readSha256) {

    public NewEnrolment {
        lines = Map.copyOf(lines);
        name = name.strip();
    }

    /** @param priceFen in the campaign */
    public record Wanted(long priceFen, long pledge) {}
}
