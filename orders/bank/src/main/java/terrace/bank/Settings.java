package terrace.bank;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the bank was started.
 *
 * @param port 0 takes any free port
 * @param noticeUrl where notices go; without it they wait in the book
 * @param publicUrl how the payer's browser reaches the bank, when that is not its own address
 * @param feeBasisPoints what it keeps of each payment, in hundredths of a percent
 */
record Settings(
        Path data,
        int port,
        String apiKey,
        @Nullable URI noticeUrl,
        String noticeSecret,
        @Nullable String publicUrl,
        int feeBasisPoints,
        Ccb ccb) {
    /** One percent: no bank here takes more, and the shop takes a larger gap for an error. */
    static final int FEE_BASIS_POINTS_MAX = 100;

    /**
     * The second protocol.
     *
     * @param shopKey where the shop keeps its public key; without it no market order is taken
     * @param noticeUrl where its notices go; without it they wait in the book
     * @param returnUrl where payers are sent back to
     */
    record Ccb(@Nullable Path shopKey, @Nullable URI noticeUrl, String returnUrl) {}

    /** @throws IllegalArgumentException with one plain line that names the variable */
    static Settings of(Map<String, String> env) {
        String noticeUrl = env.get("BANK_NOTICE_URL");
        return new Settings(
                Path.of(required(env, "BANK_DATA")),
                port(env.getOrDefault("BANK_PORT", "0")),
                required(env, "BANK_API_KEY"),
                noticeUrl == null || noticeUrl.isBlank() ? null : URI.create(noticeUrl),
                noticeUrl == null || noticeUrl.isBlank() ? "" : required(env, "BANK_NOTICE_SECRET"),
                env.get("BANK_PUBLIC_URL"),
                fee(env.getOrDefault("BANK_FEE_BASIS_POINTS", "0")),
                new Ccb(
                        present(env, "BANK_CCB_SHOP_KEY").map(Path::of).orElse(null),
                        present(env, "BANK_CCB_NOTICE_URL").map(URI::create).orElse(null),
                        present(env, "BANK_CCB_RETURN_URL").orElse("http://127.0.0.1:8080/payments/ccb/return")));
    }

    private static Optional<String> present(Map<String, String> env, String name) {
        return Optional.ofNullable(env.get(name)).filter(value -> !value.isBlank());
    }

    private static String required(Map<String, String> env, String name) {
        String value = env.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The sandbox bank needs the environment variable " + name + ".");
        }
        return value;
    }

    private static int fee(String text) {
        if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= FEE_BASIS_POINTS_MAX) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException(
                "BANK_FEE_BASIS_POINTS must be hundredths of a percent, at most " + FEE_BASIS_POINTS_MAX + ": " + text);
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // the same line as for a number out of range
        }
        throw new IllegalArgumentException("BANK_PORT must be a port number, or 0 for any free one: " + text);
    }
}
