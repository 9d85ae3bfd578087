package terrace.marketplace.governance;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

@Introspected
record VoteRow(UUID proposalId, UUID partnerId, boolean yes) {}
