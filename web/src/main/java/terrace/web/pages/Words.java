package terrace.web.pages;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** Every word on every page, by key and language; one bundle for each area of the site. */
@Singleton
public class Words extends AbstractMessageResolver {
    /** The bundles, each {@code i18n/<area>.properties} in Chinese and {@code i18n/<area>_en.properties}. */
    public static final List<String> AREAS = List.of(
            "layout",
            "shop",
            "buying",
            "parcels",
            "purchasing",
            "bank",
            "giving",
            "campaigns",
            "impact",
            "registry",
            "feeds",
            "coupons",
            "curation",
            "entitlements",
            "account",
            "merchant",
            "desk",
            "goods",
            "sheets",
            "kinds",
            "merchandising",
            "freight",
            "questions",
            "claims",
            "reviews",
            "invoices",
            "photos",
            "certificates",
            "operator",
            "settling",
            "organiser",
            "enrolments",
            "flash",
            "standing",
            "applications",
            "staff",
            "inbox",
            "assistance",
            "recommend",
            "errors",
            "styleguide");

    private final Map<Language, Map<String, String>> texts;
    private final Map<Language, Map<String, MessageFormat>> formats;

    Words() {
        texts = Map.of(Language.ZH, read(""), Language.EN, read("_en"));
        formats = Map.of(Language.ZH, new ConcurrentHashMap<>(), Language.EN, new ConcurrentHashMap<>());
    }

    /** The text, with {0}, {1} … filled in; the key in brackets where no bundle has it, which a test forbids. */
    public String say(Language language, String key, Object... parameters) {
        String text = texts(language).get(key);
        if (text == null) {
            return "[" + key + "]";
        }
        if (parameters.length == 0 && text.indexOf('{') < 0 && text.indexOf('\'') < 0) {
            return text;
        }
        MessageFormat format = Optional.ofNullable(formats.get(language))
                .orElseThrow()
                .computeIfAbsent(key, unseen -> new MessageFormat(text, language.locale()));
        synchronized (format) {
            return format.format(parameters);
        }
    }

    public Map<String, String> texts(Language language) {
        return Optional.ofNullable(texts.get(language)).orElseThrow();
    }

    @Override
    public String resolveMessage(
            ITemplateContext context, Class<?> origin, String key, @Nullable Object @Nullable [] parameters) {
        return say(Language.of(context.getLocale()), key, parameters == null ? new Object[0] : parameters);
    }

    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, Class<?> origin, String key, @Nullable Object @Nullable [] parameters) {
        return "[" + key + "]";
    }

    private static Map<String, String> read(String suffix) {
        Map<String, String> all = new HashMap<>();
        for (String area : AREAS) {
            try (InputStream in = Words.class.getResourceAsStream("/i18n/" + area + suffix + ".properties")) {
                if (in == null) {
                    continue;
                }
                Properties properties = new Properties();
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                properties.forEach((key, text) -> all.put((String) key, (String) text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Map.copyOf(all);
    }
}
