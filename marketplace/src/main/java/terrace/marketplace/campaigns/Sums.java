package terrace.marketplace.campaigns;

import io.micronaut.core.annotation.Introspected;

@Introspected
record Sums(long grams, long fen, long orders) {}
