package terrace.web.shop;

/**
 * A filter or an order of a list, as a link.
 *
 * @param path with this choice made, or lifted where it is chosen
 * @param level how far below the first of its tree it stands
 */
public record Choice(String text, String path, long count, boolean chosen, int level) {
    public Choice(String text, String path, long count, boolean chosen) {
        this(text, path, count, chosen, 0);
    }
}
