package terrace.orders.clearing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An accepted order that its bank will not clear: the merchant's part stays with the bank until somebody has looked.
 *
 * @param acceptedOn the day told to the bank
 * @param trouble what the bank said
 */
public record RefusedClearing(UUID orderId, String orderNumber, String channel, LocalDate acceptedOn, String trouble) {}
