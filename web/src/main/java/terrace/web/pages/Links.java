package terrace.web.pages;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/** Writes links: a page keeps the reader's language, a file carries its version so that it may be kept for ever. */
@Singleton
class Links extends StandardLinkBuilder {
    private static final String STATIC = "/static/";
    private static final int VERSION_LENGTH = 10;

    private final Map<String, String> versions = new ConcurrentHashMap<>();

    @Override
    protected String processLink(IExpressionContext context, String link) {
        if (link.startsWith(STATIC)) {
            return link + "?v=" + versions.computeIfAbsent(link, Links::version);
        }
        if (!link.startsWith("/") || link.startsWith("/webjars/") || link.startsWith("/pictures/")) {
            return link;
        }
        return inLanguage(Language.of(context.getLocale()), link);
    }

    @Override
    protected String computeContextPath(
            IExpressionContext context, String base, @Nullable Map<String, Object> parameters) {
        return "";
    }

    static String inLanguage(Language language, String link) {
        return language.english() && link.equals("/") ? language.prefix() : language.prefix() + link;
    }

    private static String version(String link) {
        String path = "/" + link.substring(1);
        try (InputStream in = Links.class.getResourceAsStream(path)) {
            if (in == null) {
                return "";
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
