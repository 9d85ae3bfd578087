package terrace.web.curation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.marketplace.centres.Fair;
import terrace.marketplace.centres.Point;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.money.Money;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.marketplace.zones.ZoneTerms;
import terrace.web.pages.Form;

/** Reads the forms of places, fairs and terms. */
@Singleton
class SetupForm {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、]+");

    private final Categories categories;
    private final Regions regions;
    private final Clock clock;

    SetupForm(Categories categories, Regions regions, Clock clock) {
        this.categories = categories;
        this.regions = regions;
        this.clock = clock;
    }

    /** What was read where nothing is wrong, and the form in any case. */
    record Read<T>(@Nullable T thing, Form form) {}

    Read<Point> point(Map<String, String> typed) {
        Form form = Form.of(typed);
        form = needed(form, "name", Point.NAME_CHARS_MAX);
        form = needed(form, "nameEn", Point.NAME_EN_CHARS_MAX);
        form = needed(form, "street", Point.STREET_CHARS_MAX);
        form = needed(form, "hours", Point.HOURS_CHARS_MAX);
        if (!form.errors().isEmpty()) {
            return new Read<>(null, form);
        }
        Point.Kind kind = form.value("kind").equals("CENTRE") ? Point.Kind.CENTRE : Point.Kind.PICK_UP;
        return new Read<>(
                new Point(
                        id(form.value("id")),
                        kind,
                        form.value("name").strip(),
                        form.value("nameEn").strip(),
                        form.value("street").strip(),
                        form.value("hours").strip()),
                form);
    }

    Read<Fair> fair(Map<String, String> typed) {
        Form form = Form.of(typed);
        form = needed(form, "fairName", Fair.NAME_CHARS_MAX);
        form = needed(form, "fairNameEn", Fair.NAME_EN_CHARS_MAX);
        form = needed(form, "fairStreet", Point.STREET_CHARS_MAX);
        Optional<LocalDate> first = day(form.value("firstDay"));
        Optional<LocalDate> last = day(form.value("lastDay"));
        if (first.isEmpty()) {
            form = form.with("firstDay", "curation.firstDay.wrong");
        }
        if (last.isEmpty()
                || (first.isPresent()
                        && (last.get().isBefore(first.get())
                                || last.get().isAfter(first.get().plusDays(Fair.DAYS_MAX))))) {
            form = form.with("lastDay", "curation.lastDay.wrong");
        }
        if (!form.errors().isEmpty()) {
            return new Read<>(null, form);
        }
        return new Read<>(
                new Fair(
                        id(form.value("id")),
                        form.value("fairName").strip(),
                        form.value("fairNameEn").strip(),
                        form.value("fairStreet").strip(),
                        first.orElseThrow(),
                        last.orElseThrow()),
                form);
    }

    Read<ZoneTerms> terms(String code, Map<String, String> typed) {
        Form form = Form.of(typed);
        Set<UUID> kinds = new HashSet<>();
        for (String slug : words(form.value("categories"))) {
            Optional<UUID> kind =
                    categories.bySlug(slug.toLowerCase(Locale.ROOT)).map(Category::id);
            form = kind.isPresent() ? form : wrong(form, "categories");
            kind.ifPresent(kinds::add);
        }
        Set<String> provinces = new HashSet<>(words(form.value("provinces")));
        form = known(provinces) ? form : wrong(form, "provinces");
        Set<String> first = new HashSet<>(words(form.value("first")));
        form = known(first) ? form : wrong(form, "first");
        Optional<LocalDate> until = day(form.value("firstUntil"));
        form = first.isEmpty() || until.isPresent() ? form : wrong(form, "firstUntil");
        Integer pieces = number(form.value("pieces"), ZoneTerms.PIECES_MAX);
        form = form.value("pieces").isBlank() || pieces != null ? form : wrong(form, "pieces");
        Integer days = number(form.value("days").isBlank() ? "7" : form.value("days"), ZoneTerms.DAYS_MAX);
        form = days != null ? form : wrong(form, "days");
        OptionalLong dear = Money.fen(form.value("dear"));
        form = form.value("dear").isBlank() || dear.orElse(0) > 0 ? form : wrong(form, "dear");
        Optional<LocalDate> last = day(form.value("termsLastDay"));
        form = last.isPresent() ? form : wrong(form, "termsLastDay");
        if (!form.errors().isEmpty() || days == null) {
            return new Read<>(null, form);
        }
        Instant firstUntil = first.isEmpty() ? null : until.map(SetupForm::end).orElse(null);
        Long most = dear.isPresent() ? dear.getAsLong() : null;
        return new Read<>(
                new ZoneTerms(code, kinds, provinces, first, firstUntil, pieces, days, most, end(last.orElseThrow())),
                form);
    }

    /** The terms that hold, as the form says them. */
    Form shown(ZoneTerms terms) {
        Instant until = terms.firstUntil();
        Integer pieces = terms.piecesMax();
        Long dear = terms.jinFenMax();
        return Form.of(Map.of(
                "categories",
                terms.categoryIds().stream()
                        .flatMap(id -> categories.byId(id).stream())
                        .map(Category::slug)
                        .sorted()
                        .collect(Collectors.joining(" ")),
                "provinces",
                sorted(terms.provinces()),
                "first",
                sorted(terms.firstProvinces()),
                "firstUntil",
                until == null ? "" : lastDay(until),
                "pieces",
                pieces == null ? "" : pieces.toString(),
                "days",
                Integer.toString(terms.days()),
                "dear",
                dear == null ? "" : Money.yuan(dear),
                "termsLastDay",
                lastDay(terms.endsAt())));
    }

    private static String sorted(Set<String> codes) {
        return codes.stream().sorted().collect(Collectors.joining(" "));
    }

    /** The day before an end at midnight. */
    private static String lastDay(Instant end) {
        return end.atZone(Clock.ZONE).minusNanos(1).toLocalDate().toString();
    }

    static UUID id(String text) {
        return Ids.read(text).orElseGet(Ids::next);
    }

    private boolean known(Set<String> provinces) {
        Set<String> all = new HashSet<>(regions.provinces().stream()
                .map(Region::code)
                .map(SetupForm::digits)
                .toList());
        return all.containsAll(provinces);
    }

    private static String digits(String code) {
        return code.substring(0, Region.PROVINCE_DIGITS);
    }

    private static Set<String> words(String text) {
        return new HashSet<>(BETWEEN.splitAsStream(text.strip())
                .filter(word -> !word.isEmpty())
                .toList());
    }

    private static Instant end(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(Clock.ZONE).toInstant();
    }

    private Optional<LocalDate> day(String text) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            return day.isAfter(clock.today().plusYears(2)) ? Optional.empty() : Optional.of(day);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Integer number(String text, int max) {
        String digits = text.strip();
        int number = digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
        return number >= 1 && number <= max ? number : null;
    }

    private static Form needed(Form form, String field, int max) {
        String text = form.value(field).strip();
        return text.isEmpty() || text.length() > max ? form.with(field, "curation.text.wrong") : form;
    }

    private static Form wrong(Form form, String field) {
        return form.error(field) == null ? form.with(field, "curation." + field + ".wrong") : form;
    }
}
