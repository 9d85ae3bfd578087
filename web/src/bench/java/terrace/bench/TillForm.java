package terrace.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the till's form sends for all that lies in a shopper's cart, without coupons: of each there is only one. */
final class TillForm {
    private static final String TILL = "/checkout";
    private static final String NO_COUPON = "none";
    private static final Pattern LINE = Pattern.compile("action=\"(/cart/lines/[0-9a-f-]{36})\"");

    private TillForm() {}

    /** Without the number of the purchase, which is another each time; empty while not everything can be bought. */
    static Map<String, String> of(Shopper shopper) throws IOException {
        String page = shopper.see(TILL).text();
        if (!page.contains("action=\"" + TILL + "\"")) {
            return Map.of();
        }
        Map<String, String> chosen = new TreeMap<>(FilledForm.of(page, TILL));
        chosen.replaceAll((name, value) -> name.startsWith("coupon-") ? NO_COUPON : value);
        chosen.put("reckon", "1");
        Map<String, String> fields =
                new TreeMap<>(FilledForm.of(shopper.sendAndSee(TILL, chosen).text(), TILL));
        fields.keySet().removeAll(List.of("csrf", "purchase"));
        return fields;
    }

    /** Lets everything lie: what is in the cart from before would be on the sum. */
    static void emptyCart(Shopper shopper) throws IOException {
        Matcher line = LINE.matcher(shopper.see("/cart").text());
        while (line.find()) {
            shopper.send(line.group(1), Map.of("remove", "1"));
        }
    }
}
