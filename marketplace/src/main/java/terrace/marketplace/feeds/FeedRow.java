package terrace.marketplace.feeds;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity(value = "feed_receiver", schema = "marketplace")
@SuppressWarnings("ArrayRecordComponent") // read once and opened, never compared
record FeedRow(
        @Id String code,
        String name,
        byte[] sealedSecret,
        FeedFormat format,
        @Nullable String pushUrl,
        boolean stopped,
        long reached,
        int turn,
        int tries,
        @Nullable Instant dueAt,
        @Nullable Instant succeededAt,
        @Nullable String trouble,
        @Nullable String campaignsTold) {}
