package terrace.marketplace.governance;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/**
 * A partner's part of the say in a pavilion.
 *
 * @param share in basis points of whatever all shares come to
 */
@Introspected
public record Say(UUID partnerId, int share) {}
