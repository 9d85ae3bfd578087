package terrace.orders.closing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day in a list of days.
 *
 * @param over whether the day has ended
 * @param file what was taken in of its bank file; null where it was not
 */
public record DayInBrief(LocalDate day, boolean over, DayStand.@Nullable Taken file, boolean closed) {}
