package terrace.web.freight;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import terrace.catalog.freight.Freight;
import terrace.catalog.freight.FreightLine;
import terrace.catalog.freight.FreightQuote;
import terrace.catalog.freight.FreightTemplate;
import terrace.catalog.freight.FreightUse;
import terrace.catalog.freight.FreightZone;
import terrace.marketplace.money.Money;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.pages.Provinces;
import terrace.web.pages.Words;

/** Puts freight templates into words, and into rows of a form. */
@Singleton
class FreightPages {
    private static final String KG_FIRST_SHOWN = "5";
    private static final String PROVINCE_FIRST_SHOWN = "44";

    private final Freight freight;
    private final Words words;

    FreightPages(Freight freight, Words words) {
        this.freight = freight;
        this.words = words;
    }

    ListPage list(Language language, UUID merchantId, Map<String, String> asked, @Nullable String saved) {
        Form form = parcel(asked);
        List<FreightTemplate> templates = freight.ofMerchant(merchantId);
        Map<UUID, FreightUse> uses = freight.uses(merchantId);
        Map<UUID, FreightQuote> quotes = quotes(templates, form);
        return new ListPage(
                templates.stream()
                        .map(template -> new Row(
                                template.id(),
                                template.name(),
                                sentences(language, template),
                                uses.getOrDefault(template.id(), new FreightUse(1, 0))
                                        .listings(),
                                quoted(language, quotes.get(template.id()))))
                        .toList(),
                provinces(language),
                form,
                form.errors().isEmpty()
                        ? words.say(
                                language,
                                "freight.parcel",
                                form.value("kg"),
                                words.say(language, "province." + form.value("province")))
                        : "",
                saved);
    }

    /** The parcel asked about; one to begin with where none is. */
    private static Form parcel(Map<String, String> asked) {
        Form form = Form.of(Map.of(
                "kg", asked.getOrDefault("kg", KG_FIRST_SHOWN),
                "province", asked.getOrDefault("province", PROVINCE_FIRST_SHOWN),
                "goods", asked.getOrDefault("goods", "")));
        if (FreightForm.grams(form.value("kg")).orElse(0) == 0) {
            form = form.with("kg", "freight.fault.weight");
        }
        if (worth(form).isEmpty()) {
            form = form.with("goods", "freight.fault.sum");
        }
        return Provinces.CODES.contains(form.value("province"))
                ? form
                : form.with("province", "freight.fault.province");
    }

    private static OptionalLong worth(Form form) {
        return form.value("goods").isBlank() ? OptionalLong.of(0) : Money.fen(form.value("goods"));
    }

    /** By template; nothing where the parcel makes no sense. */
    private Map<UUID, FreightQuote> quotes(List<FreightTemplate> templates, Form form) {
        if (!form.errors().isEmpty()) {
            return Map.of();
        }
        long grams = FreightForm.grams(form.value("kg")).orElse(0);
        long fen = worth(form).orElse(0);
        Map<UUID, FreightQuote> quotes = new HashMap<>();
        freight.quotes(templates.stream()
                        .map(template -> new FreightLine(template.id(), form.value("province"), grams, fen))
                        .toList())
                .forEach((line, quote) -> quotes.put(line.templateId(), quote));
        return quotes;
    }

    private String quoted(Language language, @Nullable FreightQuote quote) {
        return switch (quote) {
            case FreightQuote.Charged(long fen) when fen == 0 -> words.say(language, "freight.free");
            case FreightQuote.Charged(long fen) -> "¥" + Money.grouped(fen);
            case FreightQuote.NotDelivered never -> words.say(language, "freight.never");
            case null -> "";
        };
    }

    /** One sentence for each tariff. */
    List<String> sentences(Language language, FreightTemplate template) {
        List<String> sentences = new ArrayList<>();
        for (List<FreightZone> group : FreightForm.groups(template)) {
            String places = group.stream()
                    .map(zone -> zone.provinceCode().equals(FreightZone.EVERYWHERE_ELSE)
                            ? words.say(language, "freight.elsewhere")
                            : words.say(language, "province." + zone.provinceCode()))
                    .collect(Collectors.joining(language.english() ? ", " : "、"));
            sentences.add(words.say(language, "freight.sentence", places, tariff(language, group.getFirst())));
        }
        return sentences;
    }

    private String tariff(Language language, FreightZone zone) {
        Long free = zone.freeFromFen();
        return switch (FreightForm.way(zone)) {
            case FreightForm.NEVER -> words.say(language, "freight.never");
            case FreightForm.FREE -> words.say(language, "freight.free");
            default -> {
                String charged = words.say(
                        language,
                        "freight.tariff",
                        FreightForm.kg(zone.firstGrams()),
                        Money.grouped(zone.firstFen()),
                        FreightForm.kg(zone.stepGrams()),
                        Money.grouped(zone.stepFen()));
                yield free == null
                        ? charged
                        : charged + words.say(language, "freight.tariff.free", Money.grouped(free));
            }
        };
    }

    /** @param theirs what somebody else saved meanwhile, null when nobody did */
    EditPage edit(Language language, Form form, @Nullable UUID id, @Nullable FreightTemplate theirs) {
        List<String> names = new ArrayList<>();
        IntStream.range(0, FreightForm.rows(form.values())).forEach(row -> names.add("z" + row));
        return new EditPage(
                id,
                form,
                names.stream().map(row -> line(language, form, row)).toList(),
                List.of(
                        new Choice(FreightForm.CHARGED, words.say(language, "freight.way.CHARGED")),
                        new Choice(FreightForm.FREE, words.say(language, "freight.way.FREE")),
                        new Choice(FreightForm.NEVER, words.say(language, "freight.way.NEVER"))),
                provinces(language),
                names.size() < FreightForm.ROWS_MAX,
                theirs == null ? List.of() : sentences(language, theirs));
    }

    private Line line(Language language, Form form, String row) {
        String named = Provinces.CODES.stream()
                .filter(code -> !form.value(row + "-" + code).isEmpty())
                .map(code -> words.say(language, "province." + code))
                .collect(Collectors.joining(language.english() ? ", " : "、"));
        boolean rest = row.equals("z0");
        return new Line(
                row,
                rest ? words.say(language, "freight.elsewhere") : words.say(language, "freight.provinces"),
                rest,
                named);
    }

    private List<Choice> provinces(Language language) {
        return Provinces.CODES.stream()
                .map(code -> new Choice(code, words.say(language, "province." + code)))
                .toList();
    }

    record Choice(String value, String text) {}

    /** @param quote of the parcel asked about, in words; empty when none can be given */
    record Row(UUID id, String name, List<String> tariffs, long listings, String quote) {}

    record ListPage(
            List<Row> rows,
            List<Choice> provinces,
            Form form,
            String parcel,
            @Nullable String saved) {}

    /**
     * @param at prefix of the row's fields
     * @param named the provinces ticked, in words
     */
    record Line(String at, String title, boolean rest, String named) {}

    /** @param id null for a new one */
    record EditPage(
            @Nullable UUID id,
            Form form,
            List<Line> lines,
            List<Choice> ways,
            List<Choice> provinces,
            boolean more,
            List<String> theirs) {}
}
