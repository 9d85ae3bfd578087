package terrace.marketplace.applications;

import java.util.List;

/**
 * What a merchant signs.
 *
 * @param hash of the text, SHA-256 in hexadecimal
 */
public record Agreement(String version, String language, String text, String hash) {

    /** The first is its heading. */
    public List<String> paragraphs() {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
