package terrace.web.curation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listings;
import terrace.marketplace.curation.Arrangement;
import terrace.marketplace.curation.Section;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.web.pages.Form;

/** Reads and fills the form of an arrangement. */
@Singleton
class ArrangementForm {
    private static final String PLACE_OF = "s-";
    private static final String MONTH = "m-";
    private static final int MONTHS = 12;

    private final Regions regions;
    private final Listings listings;

    ArrangementForm(Regions regions, Listings listings) {
        this.regions = regions;
        this.listings = listings;
    }

    /** What was read: the content where nothing is wrong, and the form in any case. */
    record Read(Arrangement.@Nullable Content content, Form form) {}

    Read read(Map<String, String> typed) {
        Form form = Form.of(typed);
        form = atMost(form, "story", Arrangement.STORY_CHARS_MAX);
        form = atMost(form, "storyEn", Arrangement.STORY_EN_CHARS_MAX);
        form = atMost(form, "season", Arrangement.SEASON_CHARS_MAX);
        form = atMost(form, "seasonEn", Arrangement.SEASON_EN_CHARS_MAX);
        List<String> counties = new ArrayList<>();
        if (!all(form.value("counties"), this::county, counties, Arrangement.COUNTIES_MAX)) {
            form = form.with("counties", "curation.counties.wrong");
        }
        List<UUID> flagship = new ArrayList<>();
        if (!all(form.value("listings"), this::listing, flagship, Arrangement.FLAGSHIP_MAX)) {
            form = form.with("listings", "curation.listings.wrong");
        }
        List<Section> sections = sections(typed);
        if (sections.isEmpty()) {
            form = form.with("s-STORY", "curation.sections.wrong");
        }
        if (!form.errors().isEmpty()) {
            return new Read(null, form);
        }
        List<Integer> months = IntStream.rangeClosed(1, MONTHS)
                .filter(month -> typed.containsKey(MONTH + month))
                .boxed()
                .toList();
        return new Read(
                new Arrangement.Content(
                        sections,
                        form.value("story").strip(),
                        form.value("storyEn").strip(),
                        form.value("season").strip(),
                        form.value("seasonEn").strip(),
                        months,
                        counties,
                        flagship),
                form);
    }

    /** Filled as the page is now. */
    Form filled(Arrangement.Content content) {
        Map<String, String> values = new HashMap<>();
        for (int place = 0; place < content.sections().size(); place++) {
            values.put(PLACE_OF + content.sections().get(place).name(), Integer.toString(place + 1));
        }
        values.put("story", content.story());
        values.put("storyEn", content.storyEn());
        values.put("season", content.season());
        values.put("seasonEn", content.seasonEn());
        content.months().forEach(month -> values.put(MONTH + month, "true"));
        values.put("counties", String.join("\n", content.countyCodes()));
        values.put(
                "listings",
                content.listingIds().stream().map(id -> "/listings/" + id).collect(Collectors.joining("\n")));
        return Form.of(values);
    }

    private static Form atMost(Form form, String field, int max) {
        return form.value(field).strip().length() > max ? form.with(field, "curation." + field + ".wrong") : form;
    }

    /** Those with a number, in the order of the numbers. */
    private static List<Section> sections(Map<String, String> typed) {
        record Placed(int place, Section section) {}
        List<Placed> placed = new ArrayList<>();
        for (Section section : Section.values()) {
            String text = typed.getOrDefault(PLACE_OF + section.name(), "").strip();
            if (text.matches("[1-9][0-9]?")) {
                placed.add(new Placed(Integer.parseInt(text), section));
            }
        }
        return placed.stream()
                .sorted(Comparator.comparingInt(Placed::place))
                .map(Placed::section)
                .toList();
    }

    private Optional<String> county(String line) {
        return regions.byCode(line).filter(Region::isCounty).map(Region::code);
    }

    private Optional<UUID> listing(String line) {
        try {
            UUID id = UUID.fromString(line.substring(line.lastIndexOf('/') + 1));
            return listings.published(id).map(listing -> id);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** False when a line is not known, or there are too many. */
    private static <T> boolean all(String text, Function<String, Optional<T>> look, List<T> found, int max) {
        Set<T> known = new LinkedHashSet<>();
        for (String line :
                text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            Optional<T> one = known.size() < max ? look.apply(line) : Optional.empty();
            if (one.isEmpty()) {
                return false;
            }
            known.add(one.get());
        }
        found.addAll(known);
        return true;
    }
}
