package terrace.catalog.freight;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import terrace.catalog.freight.FreightSaving.Fault;

/** What a template a merchant writes must be like. */
final class FreightRules {
    private static final int NAME_CHARS_MAX = 20;
    private static final long GRAMS_MAX = 1_000_000;
    private static final long FEN_MAX = 1_000_000;
    private static final long FREE_FROM_FEN_MAX = 100_000_000;
    private static final Pattern PROVINCE = Pattern.compile("\\d{2}");

    private FreightRules() {}

    /** @param others the merchant's other templates */
    static Set<Fault> faults(FreightTemplate template, List<FreightTemplate> others) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        int chars = template.name().codePointCount(0, template.name().length());
        if (chars < 1 || chars > NAME_CHARS_MAX) {
            faults.add(Fault.NAME_LENGTH);
        }
        if (others.stream().anyMatch(other -> other.name().equals(template.name()))) {
            faults.add(Fault.NAME_TAKEN);
        }
        if (others.size() >= Freight.TEMPLATES_MAX) {
            faults.add(Fault.TOO_MANY);
        }
        if (template.zones().stream().noneMatch(FreightZone::delivered)) {
            faults.add(Fault.NOWHERE);
        }
        Set<String> provinces = new HashSet<>();
        for (FreightZone zone : template.zones()) {
            if (!provinces.add(zone.provinceCode())) {
                faults.add(Fault.PROVINCE_TWICE);
            }
            if (!PROVINCE.matcher(zone.provinceCode()).matches() || !fits(zone)) {
                faults.add(Fault.TARIFF);
            }
        }
        return faults;
    }

    private static boolean fits(FreightZone zone) {
        Long free = zone.freeFromFen();
        return isWithin(zone.firstGrams(), 1, GRAMS_MAX)
                && isWithin(zone.stepGrams(), 1, GRAMS_MAX)
                && isWithin(zone.firstFen(), 0, FEN_MAX)
                && isWithin(zone.stepFen(), 0, FEN_MAX)
                && (free == null || isWithin(free, 0, FREE_FROM_FEN_MAX));
    }

    private static boolean isWithin(long value, long min, long max) {
        return value >= min && value <= max;
    }
}
