package terrace.marketplace.pledges;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A promise to buy.
 *
 * @param goalFen the value of goods, in fen
 */
@MappedEntity(value = "purchase_pledge", schema = "marketplace")
public record Pledge(
        @Id UUID id,
        UUID partnerId,
        String title,
        String titleEn,
        long goalFen,
        LocalDate firstDay,
        LocalDate lastDay) {

    public static final int TITLE_CHARS_MAX = 40;
    public static final int TITLE_EN_CHARS_MAX = 80;
    public static final int DAYS_MAX = 366;
}
