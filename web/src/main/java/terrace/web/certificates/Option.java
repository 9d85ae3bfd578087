package terrace.web.certificates;

/** Something to choose from a list. */
record Option(String value, String text) {}
