package terrace.orders.payment;

import java.time.Instant;
import java.util.UUID;

/**
 * What a payable asks for.
 *
 * @param payerId the member who pays
 * @param description shown on the bank's page, in the payer's words; no personal data
 * @param fen what is due, in fen, above zero
 * @param open whether money is still expected: not paid, not cancelled, not expired
 * @param payBy the instant after which the bank should refuse the money
 */
public record PayableFacts(UUID id, UUID payerId, String description, long fen, boolean open, Instant payBy) {}
