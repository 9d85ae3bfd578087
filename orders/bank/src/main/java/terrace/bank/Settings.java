package terrace.bank;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the bank was started.
 *
 * @param port 0 takes any free port
 * @param noticeUrl where notices go; without it they wait in the book
 * @param publicUrl how the payer's browser reaches the bank, when that is not its own address
 */
record Settings(
        Path data,
        int port,
        String apiKey,
        @Nullable URI noticeUrl,
        String noticeSecret,
        @Nullable String publicUrl) {

    /** @throws IllegalArgumentException with one plain line that names the variable */
    static Settings of(Map<String, String> env) {
        String noticeUrl = env.get("BANK_NOTICE_URL");
        return new Settings(
                Path.of(required(env, "BANK_DATA")),
                port(env.getOrDefault("BANK_PORT", "0")),
                required(env, "BANK_API_KEY"),
                noticeUrl == null || noticeUrl.isBlank() ? null : URI.create(noticeUrl),
                noticeUrl == null || noticeUrl.isBlank() ? "" : required(env, "BANK_NOTICE_SECRET"),
                env.get("BANK_PUBLIC_URL"));
    }

    private static String required(Map<String, String> env, String name) {
        String value = env.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The sandbox bank needs the environment variable " + name + ".");
        }
        return value;
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
