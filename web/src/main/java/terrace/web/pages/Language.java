package terrace.web.pages;

import io.micronaut.http.HttpRequest;
import java.util.Locale;

/** The languages of the site. Chinese lives at the plain addresses, English under {@code /en}. */
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE, "zh-CN", ""),
    EN(Locale.ENGLISH, "en", "/en");

    private final Locale locale;
    private final String tag;
    private final String prefix;

    Language(Locale locale, String tag, String prefix) {
        this.locale = locale;
        this.tag = tag;
        this.prefix = prefix;
    }

    public Locale locale() {
        return locale;
    }

    /** As written in {@code <html lang>}. */
    public String tag() {
        return tag;
    }

    public String prefix() {
        return prefix;
    }

    public boolean english() {
        return this == EN;
    }

    /** The language of the address that was asked for. */
    public static Language of(HttpRequest<?> request) {
        return EN.tag.equals(request.getHeaders().get(AddressRules.LANGUAGE_HEADER)) ? EN : ZH;
    }

    static Language of(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? EN : ZH;
    }
}
