package terrace.bank;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import terrace.bank.book.Agreement;
import terrace.bank.book.BankFile;
import terrace.bank.book.Session;
import terrace.bank.ccb.CcbFirms;

/** Draws the payment page in Chinese or English from its templates; every value and every word is escaped. */
record PayPage(String lang, ResourceBundle words) {
    private static final PayPage CHINESE =
            new PayPage("zh-CN", ResourceBundle.getBundle("terrace.bank.pay", Locale.ROOT));
    private static final PayPage ENGLISH =
            new PayPage("en", ResourceBundle.getBundle("terrace.bank.pay", Locale.ENGLISH));

    private static final Pattern HOLE = Pattern.compile("\\{([a-z_.]+)}");
    private static final String LAYOUT = resource("layout.html");
    private static final String OPEN = resource("open.html");
    private static final String AGREE = resource("agree.html");
    private static final String FIRM = resource("firm.html");
    private static final String CLOSED = resource("closed.html");
    private static final String STYLE = resource("style.css");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    static PayPage inLanguageOf(Call call) {
        return call.query()
                .text("lang")
                .map(PayPage::ofTag)
                .orElseGet(() ->
                        call.header("Accept-Language").map(PayPage::ofAccepted).orElse(CHINESE));
    }

    private static PayPage ofAccepted(String header) {
        try {
            return ofTag(Locale.lookupTag(Locale.LanguageRange.parse(header), List.of("zh", "en")));
        } catch (IllegalArgumentException e) {
            return CHINESE;
        }
    }

    private static PayPage ofTag(@Nullable String tag) {
        return tag != null && tag.startsWith("en") ? ENGLISH : CHINESE;
    }

    static Reply style() {
        return new Reply(200, "text/css; charset=utf-8", STYLE, Map.of("Cache-Control", "max-age=86400"));
    }

    /**
     * @param back where the payer came from, with what is told there
     * @param obstacle why what was asked for on this page was not done
     */
    Reply session(Session session, Session.State state, String back, CcbFirms.@Nullable Obstacle obstacle) {
        return switch (state) {
            case OPEN -> CcbFirms.of(session) ? firm(session, obstacle) : open(session);
            case COMPLETE -> closed(200, "paid", session.id(), back, session);
            case EXPIRED -> closed(410, "expired", session.id(), back, session);
        };
    }

    Reply agreement(Agreement agreement) {
        boolean signed = agreement.state() == Agreement.State.SIGNED;
        String title = words.getString(
                agreement.state() == Agreement.State.ENDED ? "agree.ended" : signed ? "agree.signed" : "agree.title");
        String content = filled(
                AGREE,
                Map.of(
                        "id",
                        agreement.id(),
                        "lang",
                        lang,
                        "title",
                        title,
                        "per_payment",
                        yuan(agreement.perPaymentFen()),
                        "per_day",
                        yuan(agreement.perDayFen()),
                        "sign_hidden",
                        agreement.state() == Agreement.State.OFFERED ? "" : "hidden",
                        "end_hidden",
                        signed ? "" : "hidden"));
        return page(200, title, agreement.id(), targets(Stream.of(agreement.backUrl())), content);
    }

    /** For whoever enters the payment, then for another who approves it. */
    private Reply firm(Session session, CcbFirms.@Nullable Obstacle obstacle) {
        boolean waits = session.maker() != null;
        Map<String, String> values = new HashMap<>(asked(session));
        values.put("step", words.getString(waits ? "firm.waits" : "firm.enter.text"));
        values.put("maker", waits ? String.valueOf(session.maker()) : "");
        values.put("waits_hidden", waits ? "" : "hidden");
        values.put("label", words.getString(waits ? "firm.checker" : "firm.maker"));
        values.put("act", waits ? "approve" : "enter");
        values.put("go", words.getString(waits ? "firm.approve" : "firm.enter"));
        values.put("problem", obstacle == null ? "" : words.getString("firm." + obstacle.name()));
        values.put("problem_hidden", obstacle == null ? "hidden" : "");
        String title = words.getString("firm.title");
        return page(200, title, session.id(), formTargets(session), filled(FIRM, values));
    }

    Reply unknown() {
        return page(
                404,
                words.getString("unknown.title"),
                "",
                "'none'",
                filled(
                        CLOSED,
                        Map.of(
                                "title",
                                words.getString("unknown.title"),
                                "text",
                                words.getString("unknown.text"),
                                "back",
                                "",
                                "back_hidden",
                                "hidden")));
    }

    private Reply open(Session session) {
        String title = words.getString("open.title");
        return page(200, title, session.id(), formTargets(session), filled(OPEN, asked(session)));
    }

    /** What is to be paid, for what and until when. */
    private Map<String, String> asked(Session session) {
        String time = TIME.format(Instant.ofEpochMilli(session.expiresMillis()).atZone(BankFile.ZONE));
        return Map.of(
                "id",
                session.id(),
                "lang",
                lang,
                "amount",
                yuan(session.amountFen()),
                "purpose",
                session.description().isEmpty() ? words.getString("purpose.none") : session.description(),
                "reference",
                session.reference(),
                "expires",
                time,
                "declined_hidden",
                session.declined() ? "" : "hidden");
    }

    private Reply closed(int status, String kind, String id, String back, Session session) {
        String content = filled(
                CLOSED,
                Map.of(
                        "title",
                        words.getString(kind + ".title"),
                        "text",
                        words.getString(kind + ".text").replace("{0}", yuan(session.amountFen())),
                        "back",
                        back,
                        "back_hidden",
                        ""));
        return page(status, words.getString(kind + ".title"), id, "'none'", content);
    }

    private Reply page(int status, String title, String id, String formAction, String content) {
        String other = lang.equals("en") ? "zh" : "en";
        // the content is finished HTML: put in last, so that nothing in it is taken for a hole
        String frame = filled(
                LAYOUT,
                Map.of(
                        "lang", lang,
                        "title", title,
                        "other_lang", other,
                        "other_href", id + "?lang=" + other,
                        "content", "\u0000"));
        return new Reply(
                status,
                "text/html; charset=utf-8",
                frame.replace("\u0000", content),
                Map.of(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action "
                                + formAction,
                        "X-Content-Type-Options",
                        "nosniff",
                        "Referrer-Policy",
                        "no-referrer",
                        "Cache-Control",
                        "no-store"));
    }

    /** Browsers hold a form's redirect to form-action too, so the shop's own addresses must be in it. */
    private static String formTargets(Session session) {
        return targets(Stream.of(session.successUrl(), session.cancelUrl()));
    }

    private static String targets(Stream<String> urls) {
        return urls.map(url -> URI.create(url.replaceAll("[{}]", "")))
                .map(uri -> uri.getScheme() + "://" + uri.getRawAuthority())
                .distinct()
                .collect(Collectors.joining(" ", "'self' ", ""));
    }

    private String filled(String template, Map<String, String> values) {
        return HOLE.matcher(template).replaceAll(hole -> {
            String name = hole.group(1);
            String value = name.startsWith("w.") ? words.getString(name.substring(2)) : values.get(name);
            if (value == null) {
                throw new IllegalStateException("nothing for {" + name + "} on the payment page");
            }
            return Matcher.quoteReplacement(escaped(value));
        });
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String yuan(long fen) {
        return String.format(Locale.ROOT, "¥%,d.%02d", fen / 100, fen % 100);
    }

    private static String resource(String name) {
        try (InputStream in = PayPage.class.getResourceAsStream("pay/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource pay/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
