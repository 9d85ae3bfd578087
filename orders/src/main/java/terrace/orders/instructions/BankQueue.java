package terrace.orders.instructions;

/**
 * Rows of a table that wait for the bank: those with a {@code due_at}, beside which it counts its {@code tries}. The
 * queue runs on real time, not the market's.
 *
 * @param id the column a row is known by
 */
public record BankQueue(String table, String id) {

    public BankQueue(String table) {
        this(table, "id");
    }
}
