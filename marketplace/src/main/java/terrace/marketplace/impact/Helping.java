package terrace.marketplace.impact;

import java.util.List;

/** Whom one order helped: the counties its goods are of, and how many families behind them by whose word. */
public record Helping(List<String> countyCodes, Sum sum) {}
