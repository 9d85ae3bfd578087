package terrace.web.shop;

/**
 * A filter or an order of a list, as a link.
 *
 * @param path with this choice made, or lifted where it is chosen
 */
public record Choice(String text, String path, long count, boolean chosen) {}
