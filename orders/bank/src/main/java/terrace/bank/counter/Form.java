package terrace.bank.counter;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Form-encoded parameters, sorted by name, read with the bank's rules for money, references and addresses. */
public record Form(Map<String, String> values) {
    private static final int TEXT_CHARS_MAX = 500;
    private static final long AMOUNT_FEN_MAX = 1_000_000_000_000L;
    /** References go into a comma-separated file as they are. */
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_.:/-]{1,200}");

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,13}");

    public static Form of(String encoded) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new Form(values);
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("", "The parameters are not form-encoded.");
        }
    }

    public Optional<String> text(String name) {
        String value = values.get(name);
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        if (value.length() > TEXT_CHARS_MAX) {
            throw Refusal.invalid(name, name + " is longer than " + TEXT_CHARS_MAX + " characters");
        }
        return Optional.of(value);
    }

    public String required(String name) {
        return text(name)
                .orElseThrow(() -> new Refusal(
                        400, "invalid_request_error", "parameter_missing", "Missing required param: " + name, name));
    }

    public String reference(String name) {
        String value = required(name);
        if (!REFERENCE.matcher(value).matches()) {
            throw Refusal.invalid(name, name + " may have letters, digits and _ . : / - only");
        }
        return value;
    }

    public Optional<Long> whole(String name) {
        return text(name).map(value -> {
            if (!DIGITS.matcher(value).matches()) {
                throw Refusal.invalid(name, "Invalid integer: " + name);
            }
            return Long.valueOf(value);
        });
    }

    /** An amount in fen, at least 1. */
    public Optional<Long> amountFen(String name) {
        Optional<Long> fen = whole(name);
        if (fen.isPresent() && (fen.get() < 1 || fen.get() > AMOUNT_FEN_MAX)) {
            throw Refusal.invalid(name, name + " is in fen, from 1 to " + AMOUNT_FEN_MAX);
        }
        return fen;
    }

    public long requiredAmountFen(String name) {
        required(name);
        return amountFen(name).orElseThrow();
    }

    public void requireCny(String name) {
        if (!required(name).equals("cny")) {
            throw Refusal.invalid(name, "this bank keeps cny only");
        }
    }

    /** An absolute http(s) address to send people back to. */
    public String address(String name) {
        String value = required(name);
        try {
            // Stripe's placeholder is no legal URI character
            URI uri = new URI(value.replace("{", "").replace("}", ""));
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return value;
            }
        } catch (URISyntaxException e) {
            // the same refusal as for another scheme
        }
        throw Refusal.invalid(name, name + " must be an absolute http or https address");
    }
}
