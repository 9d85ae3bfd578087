package terrace.search.querylog;

import java.time.LocalDate;

/** All that was looked for on one day. */
public record QueryDay(LocalDate day, long searches, long empty, long clicks) {}
