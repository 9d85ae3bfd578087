package terrace.orders.ccb;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import terrace.marketplace.clock.Clock;
import terrace.orders.gateway.OurNumber;
import terrace.orders.gateway.PaymentGateway.Checkout;

/**
 * The address that leads a member to the bank's page. Its MAC is an MD5 over the fields in the bank's order with the
 * end of a public key among them: it keeps nobody from another amount, only our own look at the bank's word does.
 */
@Singleton
class CcbRedirect {

    static final String PATH = "/CCBIS/ccbMain";

    private static final String TXCODE = "520100";
    private static final String TXCODE_OF_FIRMS = "690401";
    private static final int PURPOSE_LENGTH_MAX = 30;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final String UNTOUCHED = "@*_+-./";

    private final CcbSettings settings;
    private final CcbKeys keys;

    CcbRedirect(CcbSettings settings, CcbKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    URI to(URI bank, Checkout checkout) throws IOException {
        Map<String, String> fields = fields(checkout);
        String mac = md5(joined(fields));
        fields.remove("PUB");
        fields.put("MAC", mac);
        return page(bank, fields);
    }

    /**
     * The page of enterprises, where one person enters the payment and another approves it. It knows no time by which
     * it closes: the market's order, announced before, has it.
     */
    URI forFirm(URI bank, Checkout checkout) {
        Map<String, String> fields = order(checkout, TXCODE_OF_FIRMS);
        fields.put("MAC", md5(joined(fields)));
        return page(bank, fields);
    }

    private static URI page(URI bank, Map<String, String> fields) {
        String query = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return bank.resolve(PATH + "?" + query);
    }

    /** In the bank's order; both ways begin with these. */
    private Map<String, String> order(Checkout checkout, String transaction) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("MERCHANTID", settings.merchantId());
        fields.put("POSID", settings.posId());
        fields.put("BRANCHID", settings.branchId());
        fields.put("ORDERID", OurNumber.of(checkout.paymentId()));
        fields.put("PAYMENT", Yuan.of(checkout.fen()));
        fields.put("CURCODE", "01");
        fields.put("TXCODE", transaction);
        fields.put("REMARK1", "");
        fields.put("REMARK2", "");
        return fields;
    }

    /** Those that are there only when filled come last; of them we fill TIMEOUT. */
    private Map<String, String> fields(Checkout checkout) throws IOException {
        Map<String, String> fields = order(checkout, TXCODE);
        fields.put("TYPE", "1");
        fields.put("PUB", keys.pub());
        fields.put("GATEWAY", "");
        fields.put("CLIENTIP", "");
        fields.put("REGINFO", "");
        fields.put("PROINFO", escaped(shortened(checkout.description())));
        fields.put("REFERER", "");
        fields.put("TIMEOUT", time(checkout.expires()));
        return fields;
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(Clock.ZONE));
    }

    static String joined(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
    }

    static String md5(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shortened(String text) {
        return text.length() > PURPOSE_LENGTH_MAX ? text.substring(0, PURPOSE_LENGTH_MAX) : text;
    }

    /** As JavaScript's escape() writes it, which is what the bank reads. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean plain = letter < 128 && (Character.isLetterOrDigit(letter) || UNTOUCHED.indexOf(letter) >= 0);
            if (plain) {
                escaped.append(letter);
            } else {
                escaped.append(String.format(Locale.ROOT, letter < 256 ? "%%%02X" : "%%u%04X", (int) letter));
            }
        }
        return escaped.toString();
    }
}
