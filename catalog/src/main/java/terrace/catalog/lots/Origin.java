package terrace.catalog.lots;

import java.time.LocalDate;
import java.util.UUID;

/** So many pieces came from this lot. */
public record Origin(UUID lotId, String code, LocalDate harvestedOn, long quantity) {}
