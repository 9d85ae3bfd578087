package terrace.web.goods;

/** An option of a select. */
record Choice(String value, String text) {}
