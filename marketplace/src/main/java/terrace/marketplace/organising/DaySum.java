package terrace.marketplace.organising;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;

/** What was sold, and what came back, on one business day. */
@Introspected
public record DaySum(LocalDate day, long grams, long fen, long orders, long returnedGrams, long returnedFen) {}
