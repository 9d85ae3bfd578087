package terrace.web.shop;

import org.jspecify.annotations.Nullable;

/** A small fact on a card or a page. */
record Tag(String text, @Nullable String tone) {}
