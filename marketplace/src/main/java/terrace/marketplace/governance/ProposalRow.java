package terrace.marketplace.governance;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity(value = "pavilion_proposal", schema = "marketplace")
record ProposalRow(
        @Id UUID id,
        String pavilionCode,
        UUID partnerId,
        Proposal.Kind kind,
        UUID subjectId,
        String sentence,
        Instant madeAt,
        Proposal.@Nullable Decided decided) {

    Proposal with(Map<UUID, Boolean> votes) {
        return new Proposal(id, pavilionCode, partnerId, kind, subjectId, sentence, madeAt, decided, votes);
    }
}
