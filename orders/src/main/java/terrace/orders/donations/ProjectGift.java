package terrace.orders.donations;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * A gift that arrived.
 *
 * @param number the order in which gifts are paid on
 * @param source donation, or purchase for one on the way through the till
 * @param named whether the giver wants to be named
 */
@MappedEntity(value = "project_gift", schema = "orders")
public record ProjectGift(
        @Id long number,
        UUID projectId,
        String source,
        UUID sourceId,
        UUID memberId,
        long fen,
        boolean named,
        Instant at) {}
