package terrace.bank.book;

import org.jspecify.annotations.Nullable;

/**
 * A notice to the shop, written in the same line of the book as what it tells of.
 *
 * @param copies how often the shop must take it (more than 1 when duplicates were asked for)
 * @param delayMillis wait before the first try (so that notices can overtake each other)
 * @param held not sent before it is released
 * @param notBeforeMillis by the bank's clock; 0, as in older books, for at once
 * @param ccb whether it is a form of the second protocol, signed already
 * @param forged sent once with a signature that does not fit; null, as in older books, for a true one
 */
public record Notice(
        String id,
        String type,
        String body,
        long createdMillis,
        int copies,
        long delayMillis,
        boolean held,
        long notBeforeMillis,
        boolean ccb,
        @Nullable Boolean forged) {

    public boolean isForged() {
        return Boolean.TRUE.equals(forged);
    }

    Notice released() {
        return new Notice(id, type, body, createdMillis, copies, 0, false, 0, ccb, forged);
    }
}
