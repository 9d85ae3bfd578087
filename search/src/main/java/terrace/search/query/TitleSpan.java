package terrace.search.query;

/** A piece of a title, marked where it answers the shopper's words. Plain text: the page escapes it like any other. */
public record TitleSpan(String text, boolean marked) {}
