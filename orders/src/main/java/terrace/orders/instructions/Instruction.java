package terrace.orders.instructions;

import java.util.UUID;

/** A row that says what money the bank is to move, as far as all kinds of them are alike; in fen. */
public interface Instruction {

    UUID id();

    long fen();

    /** How often it was claimed, this time among them. */
    int tries();

    /** Whether the bank's last word on it is still to come. */
    boolean open();

    /** Whether the bank has said that it has it: that it refuses another telling means nothing then. */
    default boolean atBank() {
        return false;
    }

    /** Whether nobody may read its sum: who did could claim the money. */
    default boolean secret() {
        return false;
    }
}
