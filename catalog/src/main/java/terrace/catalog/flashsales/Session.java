package terrace.catalog.flashsales;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import terrace.marketplace.clock.Clock;

/** When flash sales are held: three times a day, two hours each. */
public record Session(LocalDate day, int hour) {
    /** Hours of the business day at which one begins. */
    public static final List<Integer> HOURS = List.of(10, 14, 20);

    public static final Duration LASTS = Duration.ofHours(2);

    public static List<Session> ofDay(LocalDate day) {
        return HOURS.stream().map(hour -> new Session(day, hour)).toList();
    }

    /** Empty for an hour at which none begins. */
    public static Optional<Session> at(LocalDate day, int hour) {
        return HOURS.contains(hour) ? Optional.of(new Session(day, hour)) : Optional.empty();
    }

    /** The next that have not ended, in order. */
    public static List<Session> next(LocalDate today, Instant now, int count) {
        return Stream.iterate(today, day -> day.plusDays(1))
                .flatMap(day -> ofDay(day).stream())
                .filter(session -> session.endsAt().isAfter(now))
                .limit(count)
                .toList();
    }

    public Instant startsAt() {
        return day.atTime(LocalTime.of(hour, 0)).atZone(Clock.ZONE).toInstant();
    }

    public Instant endsAt() {
        return startsAt().plus(LASTS);
    }
}
