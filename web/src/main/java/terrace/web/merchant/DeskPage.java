package terrace.web.merchant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import terrace.web.buying.OrderSight;

/**
 * A merchant's desk. Money in fen.
 *
 * @param tiles what asks to be done, the most urgent first
 * @param orders the first of those to be sent
 * @param goods whether the merchant has listed anything yet
 * @param escrowFen paid by members, not accepted by them yet
 */
record DeskPage(
        String merchant,
        String today,
        List<Tile> tiles,
        List<OrderSight> orders,
        boolean goods,
        long availableFen,
        long escrowFen) {

    /**
     * Something to do, and how much of it.
     *
     * @param what words are at {@code desk.tile.<what>}
     * @param count as people read it, such as 99+
     * @param path where it is done
     * @param note key of a word about the time it has, null for none
     * @param noteCount how many the note is about
     * @param urgent whether a time has passed already
     */
    record Tile(
            String what,
            String count,
            String path,
            @Nullable String note,
            String noteCount,
            boolean urgent) {

        static Tile of(String what, int count, String path) {
            return new Tile(what, text(count), path, null, "", false);
        }

        static String text(int count) {
            return count >= COUNT_SHOWN_MAX ? COUNT_SHOWN_MAX - 1 + "+" : Integer.toString(count);
        }

        private static final int COUNT_SHOWN_MAX = 100;
    }
}
