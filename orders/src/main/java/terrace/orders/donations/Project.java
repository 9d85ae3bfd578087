package terrace.orders.donations;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something gifts are collected for. Money in fen.
 *
 * @param charity who holds the gifts, as in the account donation:{charity}
 * @param closedAt null while gifts are taken
 * @param givenFen what has arrived
 * @param gifts how many
 * @param paidOutFen what of it was paid on
 */
@MappedEntity(value = "donation_project", schema = "orders")
public record Project(
        @Id UUID id,
        String code,
        String charity,
        String title,
        String titleEn,
        String story,
        String storyEn,
        long goalFen,
        Instant openedAt,
        @Nullable Instant closedAt,
        long givenFen,
        long gifts,
        long paidOutFen) {

    public boolean open() {
        return closedAt == null;
    }

    /** What waits to be paid on. */
    public long waitingFen() {
        return givenFen - paidOutFen;
    }
}
