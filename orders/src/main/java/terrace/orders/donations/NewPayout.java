package terrace.orders.donations;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A payout as an organiser writes it down from the bank's slip.
 *
 * @param id minted when the form was shown
 */
public record NewPayout(UUID id, long fen, String payee, String purpose, LocalDate paidOn, String bankReference) {}
