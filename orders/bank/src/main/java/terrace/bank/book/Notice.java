package terrace.bank.book;

/**
 * A notice to the shop, written in the same line of the book as what it tells of.
 *
 * @param copies how often the shop must take it (2 when duplicates were asked for)
 * @param delayMillis wait before the first try (so that notices can overtake each other)
 * @param held not sent before it is released
 */
public record Notice(
        String id, String type, String body, long createdMillis, int copies, long delayMillis, boolean held) {

    Notice released() {
        return new Notice(id, type, body, createdMillis, copies, 0, false);
    }
}
