package terrace.web.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Parts of pages that many pages share, each put together once for as long as it looks the same. A part's looks depend
 * on the language and on what it is given, which is all records, and on nothing else. Cards and filters took four
 * fifths of the time of making a list.
 */
final class Parts {
    private static final long CACHE_BYTES_MAX = 32L * 1024 * 1024;
    private static final int CHARACTER_BYTES = 4;
    private static final TemplateSpec CARD = part("components/listing-card", "card");
    private static final TemplateSpec GROUP = part("components/facet-group", "group");

    private final TemplateEngine engine;
    private final Cache<Key, String> made = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES_MAX)
            .weigher((Key key, String markup) -> CHARACTER_BYTES * markup.length())
            .build();

    Parts(TemplateEngine engine) {
        this.engine = engine;
    }

    /** The parts in one language, as a variable of templates. */
    Spoken in(Language language) {
        return new Spoken(this, language);
    }

    private String of(TemplateSpec template, Language language, Map<String, @Nullable Object> given) {
        Key key = new Key(template.getTemplate(), language, given);
        String markup = made.getIfPresent(key);
        if (markup == null) {
            markup = engine.process(template, new Context(language.locale(), new HashMap<>(given)));
            made.put(key, markup);
        }
        return markup;
    }

    private static TemplateSpec part(String template, String fragment) {
        return new TemplateSpec(template, Set.of(fragment), TemplateMode.HTML, null);
    }

    private record Key(String template, Language language, Map<String, @Nullable Object> given) {}

    /** What templates call. */
    public static final class Spoken {
        private final Parts parts;
        private final Language language;

        private Spoken(Parts parts, Language language) {
            this.parts = parts;
            this.language = language;
        }

        /**
         * One of the goods in a list.
         *
         * @param eager whether its picture loads at once
         * @param cut the title in pieces, null to show it as it is
         * @param reason why it is recommended, null for no reason
         */
        public String card(Record card, boolean eager, @Nullable List<?> cut, @Nullable String reason) {
            Map<String, @Nullable Object> given = new HashMap<>();
            given.put("c", card);
            given.put("eager", eager);
            given.put("cut", cut);
            given.put("reason", reason);
            return parts.of(CARD, language, given);
        }

        /** A group of filters under its title. */
        public String group(String title, List<?> choices, boolean open) {
            return parts.of(GROUP, language, Map.of("title", title, "choices", choices, "open", open));
        }
    }
}
