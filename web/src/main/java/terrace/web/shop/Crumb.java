package terrace.web.shop;

import org.jspecify.annotations.Nullable;

/** One step of the way down to a page; path without language, null for the page itself. */
public record Crumb(String text, @Nullable String path) {}
