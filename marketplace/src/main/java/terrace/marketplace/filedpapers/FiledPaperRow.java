package terrace.marketplace.filedpapers;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.papers.PaperKind;

@MappedEntity(value = "filed_paper", schema = "marketplace")
record FiledPaperRow(
        @Id UUID paperId,
        UUID merchantId,
        UUID ownerId,
        PaperKind kind,
        @Nullable LocalDate expiresOn,
        FiledPaper.State state,
        @Nullable UUID replaces,
        String note,
        Instant filedAt) {

    FiledPaper filed() {
        return new FiledPaper(paperId, merchantId, ownerId, kind, expiresOn, state, replaces, note, filedAt);
    }
}
