package terrace.web.freight;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import terrace.catalog.freight.FreightSaving;
import terrace.catalog.freight.FreightTemplate;
import terrace.catalog.freight.FreightZone;
import terrace.marketplace.money.Money;
import terrace.web.pages.Form;
import terrace.web.pages.Provinces;

/**
 * A template as fields of a form, and back. Provinces of one tariff share a numbered row; row 0 is for all that no
 * other row names. An extra row without provinces is no row.
 */
final class FreightForm {
    static final int ROWS_MAX = 12;
    static final String CHARGED = "CHARGED";
    static final String FREE = "FREE";
    static final String NEVER = "NEVER";

    private static final int GRAMS_PER_KG = 1000;
    private static final Pattern KG = Pattern.compile("\\d{1,4}(\\.\\d{1,3})?");

    private FreightForm() {}

    /** Provinces that share a tariff, those of the rest among them as {@link FreightZone#EVERYWHERE_ELSE}. */
    static List<List<FreightZone>> groups(FreightTemplate template) {
        Map<FreightZone, List<FreightZone>> groups = new LinkedHashMap<>();
        for (FreightZone zone : template.zones()) {
            boolean rest = zone.provinceCode().equals(FreightZone.EVERYWHERE_ELSE);
            groups.computeIfAbsent(at(rest ? "rest" : "", zone), unseen -> new ArrayList<>())
                    .add(zone);
        }
        return List.copyOf(groups.values());
    }

    private static FreightZone at(String code, FreightZone zone) {
        return new FreightZone(
                code,
                zone.delivered(),
                zone.firstGrams(),
                zone.firstFen(),
                zone.stepGrams(),
                zone.stepFen(),
                zone.freeFromFen());
    }

    static Map<String, String> fields(FreightTemplate template, long version) {
        Map<String, String> fields = new HashMap<>(blank());
        fields.put("id", template.id().toString());
        fields.put("name", template.name());
        fields.put("version", Long.toString(version));
        fields.put("z0-way", NEVER);
        int next = 1;
        for (List<FreightZone> group : groups(template)) {
            FreightZone zone = group.getFirst();
            boolean rest = zone.provinceCode().equals(FreightZone.EVERYWHERE_ELSE);
            String row = "z" + (rest ? 0 : next++);
            fields.put(row + "-way", way(zone));
            if (way(zone).equals(CHARGED)) {
                fields.put(row + "-first", kg(zone.firstGrams()));
                fields.put(row + "-first-fee", Money.yuan(zone.firstFen()));
                fields.put(row + "-step", kg(zone.stepGrams()));
                fields.put(row + "-step-fee", Money.yuan(zone.stepFen()));
                Long free = zone.freeFromFen();
                fields.put(row + "-free", free == null ? "" : Money.yuan(free));
            }
            group.forEach(each -> fields.put(row + "-" + each.provinceCode(), "true"));
        }
        return fields;
    }

    static Map<String, String> blank() {
        Map<String, String> fields = new HashMap<>();
        fields.put("version", "0");
        fields.put("z0-way", CHARGED);
        return fields;
    }

    static Map<String, String> withRow(Map<String, String> typed) {
        Map<String, String> more = new HashMap<>(typed);
        more.put("z" + Math.min(rows(typed), ROWS_MAX - 1) + "-way", CHARGED);
        return more;
    }

    static int rows(Map<String, String> fields) {
        int rows = 0;
        while (rows < ROWS_MAX && fields.containsKey("z" + rows + "-way")) {
            rows++;
        }
        return Math.max(1, rows);
    }

    static String way(FreightZone zone) {
        Long free = zone.freeFromFen();
        return !zone.delivered() ? NEVER : free != null && free == 0 ? FREE : CHARGED;
    }

    /** What cannot be read. */
    static Form checked(Map<String, String> typed) {
        Form form = Form.of(typed);
        for (String row : filled(typed)) {
            if (!typed.getOrDefault(row + "-way", "").equals(CHARGED)) {
                continue;
            }
            for (String weight : List.of("-first", "-step")) {
                if (grams(typed.getOrDefault(row + weight, "")).isEmpty()) {
                    form = form.with(row + weight, "freight.fault.weight");
                }
            }
            for (String sum : List.of("-first-fee", "-step-fee", "-free")) {
                String text = typed.getOrDefault(row + sum, "");
                boolean none = text.isBlank() && sum.equals("-free");
                if (!none && Money.fen(text).isEmpty()) {
                    form = form.with(row + sum, "freight.fault.sum");
                }
            }
        }
        return form;
    }

    private static List<String> filled(Map<String, String> typed) {
        List<String> filled = new ArrayList<>();
        for (int row = 0; row < rows(typed); row++) {
            String at = "z" + row;
            if (row == 0 || Provinces.CODES.stream().anyMatch(code -> typed.containsKey(at + "-" + code))) {
                filled.add(at);
            }
        }
        return filled;
    }

    /** To be called when {@link #checked} found nothing. */
    static FreightTemplate template(UUID id, UUID merchantId, Map<String, String> typed) {
        List<FreightZone> zones = new ArrayList<>();
        for (String row : filled(typed)) {
            if (row.equals("z0")) {
                // what is not delivered to needs no zone
                if (!typed.getOrDefault(row + "-way", "").equals(NEVER)) {
                    zones.add(zone(FreightZone.EVERYWHERE_ELSE, row, typed));
                }
                continue;
            }
            Provinces.CODES.stream()
                    .filter(code -> typed.containsKey(row + "-" + code))
                    .forEach(code -> zones.add(zone(code, row, typed)));
        }
        return new FreightTemplate(
                id, merchantId, typed.getOrDefault("name", "").strip(), List.copyOf(zones));
    }

    private static FreightZone zone(String province, String row, Map<String, String> typed) {
        return switch (typed.getOrDefault(row + "-way", "")) {
            case FREE -> FreightZone.free(province);
            case NEVER -> FreightZone.notDelivered(province);
            default ->
                new FreightZone(
                        province,
                        true,
                        grams(typed.getOrDefault(row + "-first", "")).orElse(0),
                        Money.fen(typed.getOrDefault(row + "-first-fee", "")).orElse(-1),
                        grams(typed.getOrDefault(row + "-step", "")).orElse(0),
                        Money.fen(typed.getOrDefault(row + "-step-fee", "")).orElse(-1),
                        free(typed.getOrDefault(row + "-free", "")));
        };
    }

    private static @Nullable Long free(String text) {
        OptionalLong fen = text.isBlank() ? OptionalLong.empty() : Money.fen(text);
        return fen.isPresent() ? fen.getAsLong() : null;
    }

    static long version(Map<String, String> typed) {
        String text = typed.getOrDefault("version", "");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    static OptionalLong grams(String kg) {
        String text = kg.strip();
        return KG.matcher(text).matches()
                ? OptionalLong.of(new BigDecimal(text).movePointRight(3).longValueExact())
                : OptionalLong.empty();
    }

    static String kg(long grams) {
        BigDecimal kg = BigDecimal.valueOf(grams).divide(BigDecimal.valueOf(GRAMS_PER_KG));
        return kg.stripTrailingZeros().toPlainString();
    }

    static Form with(Form form, Set<FreightSaving.Fault> faults) {
        Form told = form;
        for (FreightSaving.Fault fault : faults) {
            told = told.with(field(fault), "freight.fault." + fault.name());
        }
        return told;
    }

    private static String field(FreightSaving.Fault fault) {
        return switch (fault) {
            case NAME_LENGTH, NAME_TAKEN, TOO_MANY -> "name";
            case NOWHERE, PROVINCE_TWICE -> "z0-way";
            case TARIFF -> "z0-first";
        };
    }
}
