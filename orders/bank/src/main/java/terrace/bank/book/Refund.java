package terrace.bank.book;

/** Money given back out of escrow for one charge; {@code reference} is the shop's own refund id. */
public record Refund(String id, String intent, String charge, long amountFen, String reference, long createdMillis) {}
