package terrace.marketplace.households;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/**
 * A registered family, without who it is.
 *
 * @param number within its county
 */
@Introspected
public record Household(UUID id, String countyCode, int number, String village, int people) {

    /** What it is called where it is counted, as in 532529-0017. */
    public String code() {
        return code(countyCode, number);
    }

    public static String code(String countyCode, int number) {
        return countyCode + "-"
                + "0".repeat(Math.max(0, 4 - Integer.toString(number).length())) + number;
    }
}
