package terrace.marketplace.households;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import terrace.marketplace.households.HouseholdFault.Column;
import terrace.marketplace.households.HouseholdFault.Reason;

/** What a family's row must look like. */
final class HouseholdRules {
    private static final int TEXT_CHARACTERS_MAX = 40;
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]+");
    private static final Pattern REGISTER = Pattern.compile("[0-9A-Za-z-]{4,32}");
    private static final Pattern PEOPLE = Pattern.compile("[1-9]|[12][0-9]|30");

    private HouseholdRules() {}

    static List<HouseholdFault> faults(int row, NewHousehold household) {
        List<HouseholdFault> faults = new ArrayList<>();
        text(household.village()).ifPresent(reason -> faults.add(new HouseholdFault(row, Column.VILLAGE, reason)));
        text(household.name()).ifPresent(reason -> faults.add(new HouseholdFault(row, Column.NAME, reason)));
        form(household.register(), REGISTER)
                .ifPresent(reason -> faults.add(new HouseholdFault(row, Column.REGISTER, reason)));
        form(household.people(), PEOPLE)
                .ifPresent(reason -> faults.add(new HouseholdFault(row, Column.PEOPLE, reason)));
        return List.copyOf(faults);
    }

    private static Optional<Reason> text(String text) {
        if (text.isEmpty()) {
            return Optional.of(Reason.MISSING);
        }
        if (text.length() > TEXT_CHARACTERS_MAX) {
            return Optional.of(Reason.TOO_LONG);
        }
        return TEXT.matcher(text).matches() ? Optional.empty() : Optional.of(Reason.MALFORMED);
    }

    private static Optional<Reason> form(String text, Pattern form) {
        if (text.isEmpty()) {
            return Optional.of(Reason.MISSING);
        }
        return form.matcher(text).matches() ? Optional.empty() : Optional.of(Reason.MALFORMED);
    }
}
