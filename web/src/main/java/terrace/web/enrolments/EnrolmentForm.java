package terrace.web.enrolments;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.enrolments.NewEnrolment;
import terrace.catalog.enrolments.NewEnrolment.Wanted;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Sku;
import terrace.marketplace.money.Money;

/** Reads what a merchant typed to join a campaign. */
final class EnrolmentForm {
    private static final String PICK = "pick-";
    private static final String PRICE = "price-";
    private static final String PLEDGE = "pledge-";
    private static final int DIGITS_MAX = 7;

    private EnrolmentForm() {}

    /** @param terms the text as it reads now */
    static NewEnrolment of(UUID id, UUID campaignId, Listing listing, Map<String, String> typed, String terms) {
        Map<UUID, Wanted> lines = new HashMap<>();
        for (Sku sku : listing.skus()) {
            if (typed.containsKey(PICK + sku.id())) {
                lines.put(
                        sku.id(),
                        new Wanted(
                                Money.fen(typed.getOrDefault(PRICE + sku.id(), ""))
                                        .orElse(0),
                                number(typed.get(PLEDGE + sku.id()))));
            }
        }
        return new NewEnrolment(
                id,
                campaignId,
                listing.id(),
                typed.containsKey("flash"),
                lines,
                typed.getOrDefault("name", ""),
                terms,
                typed.getOrDefault("read", ""));
    }

    /** What is no number is none, which every door refuses. */
    static long number(@Nullable String text) {
        String digits = text == null ? "" : text.strip();
        return digits.matches("\\d{1," + DIGITS_MAX + "}") ? Long.parseLong(digits) : 0;
    }
}
