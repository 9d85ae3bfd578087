package terrace.orders.ledger;

/** The two sides of the books. */
public enum Side {
    DEBIT("D"),
    CREDIT("C");

    final String code;

    Side(String code) {
        this.code = code;
    }

    Side other() {
        return this == DEBIT ? CREDIT : DEBIT;
    }
}
