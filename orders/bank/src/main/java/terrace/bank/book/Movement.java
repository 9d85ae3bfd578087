package terrace.bank.book;

/**
 * Money that moved by the bank's own doing or the platform's order, outside the shop's requests.
 *
 * @param ourRef the shop's id of the transfer or charge it is about; {@code platform} or
 *     {@code counter} for those at the bank's counter
 */
public record Movement(
        String id, Posting.Kind kind, long amountFen, String ourRef, String counterpart, long createdMillis) {}
