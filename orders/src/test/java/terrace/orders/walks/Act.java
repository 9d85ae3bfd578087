package terrace.orders.walks;

import java.util.Arrays;
import java.util.SplittableRandom;

/** What can happen, each as often as its weight. */
enum Act {
    BUY(5),
    BUY_WITH_EXTRAS(3),
    BEGIN(5),
    PAY(6),
    PAY_ANOTHER_SUM(1),
    NOTICE(3),
    RESOLVE(4),
    CANCEL(1),
    SHIP(4),
    ACCEPT(4),
    TAKE_BACK(3),
    PAY_OUT(2),
    FAULT(2),
    WORK(3),
    TAKE_IN(2),
    DISPUTE(1),
    BANK_TAKES_BACK(1),
    BANK_GIVES_BACK(1),
    PAYOUT_COMES_BACK(1),
    CLAIM(3),
    ANSWER_CLAIM(5),
    GIVE(1),
    GIVE_BY_AGREEMENT(2),
    MOVE_OWN(1);

    private final int weight;

    Act(int weight) {
        this.weight = weight;
    }

    private static final int ALL =
            Arrays.stream(values()).mapToInt(act -> act.weight).sum();

    static Act drawn(SplittableRandom random) {
        int left = random.nextInt(ALL);
        for (Act act : values()) {
            left -= act.weight;
            if (left < 0) {
                return act;
            }
        }
        throw new IllegalStateException();
    }
}
