package terrace.orders.reversals;

import java.math.BigInteger;

/**
 * Shares a sum out again over those who had paid a whole. Each has had his part so far; what is due to each is his part
 * of all that has gone back, exactly, less what he had. Whole fen first, then one each to whom most is due: so nobody
 * ever gets more than he paid, nothing is ever asked back, and when all has gone back each has all of his.
 */
final class Apportioning {
    private Apportioning() {}

    /**
     * @param paid what each had paid of the whole
     * @param had what each has had of it
     * @param fen what goes back now; with what each has had, at most the whole
     */
    static long[] share(long[] paid, long[] had, long fen) {
        long whole = sum(paid);
        long before = sum(had);
        if (fen < 0 || before + fen > whole) {
            throw new IllegalArgumentException(fen + " more than " + before + " of " + whole);
        }
        long[] shares = new long[paid.length];
        BigInteger[] rest = new BigInteger[paid.length];
        for (int at = 0; at < paid.length; at++) {
            BigInteger due = BigInteger.valueOf(paid[at])
                    .multiply(BigInteger.valueOf(before + fen))
                    .subtract(BigInteger.valueOf(had[at]).multiply(BigInteger.valueOf(whole)));
            shares[at] = whole == 0 || due.signum() < 0
                    ? 0
                    : due.divide(BigInteger.valueOf(whole)).longValueExact();
            rest[at] = due.subtract(BigInteger.valueOf(shares[at]).multiply(BigInteger.valueOf(whole)));
        }
        BigInteger one = BigInteger.valueOf(whole);
        for (long open = fen - sum(shares); open != 0; open -= Long.signum(open)) {
            int at = open > 0 ? most(rest, paid, had, shares) : least(rest, shares);
            shares[at] += Long.signum(open);
            rest[at] = rest[at].subtract(one.multiply(BigInteger.valueOf(Long.signum(open))));
        }
        return shares;
    }

    /** To whom most is due, and who has room for it. */
    private static int most(BigInteger[] rest, long[] paid, long[] had, long[] shares) {
        int found = -1;
        for (int at = 0; at < rest.length; at++) {
            boolean room = had[at] + shares[at] < paid[at];
            if (room && (found < 0 || rest[at].compareTo(rest[found]) > 0)) {
                found = at;
            }
        }
        return found;
    }

    /** To whom least is due of those who get something. */
    private static int least(BigInteger[] rest, long[] shares) {
        int found = -1;
        for (int at = 0; at < rest.length; at++) {
            if (shares[at] > 0 && (found < 0 || rest[at].compareTo(rest[found]) < 0)) {
                found = at;
            }
        }
        return found;
    }

    private static long sum(long[] parts) {
        long sum = 0;
        for (long part : parts) {
            sum = Math.addExact(sum, part);
        }
        return sum;
    }
}
