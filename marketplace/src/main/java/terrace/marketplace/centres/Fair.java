package terrace.marketplace.centres;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;

/** A fair, from its first day to its last. */
@Introspected
public record Fair(UUID id, String name, String nameEn, String street, LocalDate firstDay, LocalDate lastDay) {

    public static final int NAME_CHARS_MAX = 60;
    public static final int NAME_EN_CHARS_MAX = 120;
    public static final int DAYS_MAX = 60;
}
