package terrace.marketplace.inbox;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Says news in words: one set for the site, for letters and for text messages. */
@Singleton
public class Wording {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String publicUrl;

    /** Links begin with the configured address, never with what a request says its host is. */
    Wording(@Property(name = "public.url", defaultValue = "http://localhost:8080") String publicUrl) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    public String title(String key, List<String> words, boolean english) {
        return say("news." + key + ".title", words, english);
    }

    public String text(String key, List<String> words, boolean english) {
        return say("news." + key + ".text", words, english);
    }

    public String subject(String title, boolean english) {
        return say("news.subject", List.of(title), english);
    }

    public String letter(String text, String path, boolean english) {
        return say("news.letter", List.of(text, link(path, english)), english);
    }

    public String unsubscribe(String path, boolean english) {
        return say("news.unsubscribe", List.of(link(path, english)), english);
    }

    /** @param path may be empty: then no link follows */
    public String sms(String text, String path, boolean english) {
        return say("news.sms", List.of(text, path.isEmpty() ? "" : link(path, english)), english)
                .strip();
    }

    public String link(String path, boolean english) {
        return publicUrl + (english ? "/en" : "") + path;
    }

    private static String say(String key, List<String> words, boolean english) {
        var bundle = ResourceBundle.getBundle("i18n.mail", english ? Locale.ENGLISH : Locale.ROOT, NO_FALLBACK);
        return MessageFormat.format(bundle.getString(key), words.toArray());
    }
}
