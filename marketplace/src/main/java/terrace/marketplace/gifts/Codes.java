package terrace.marketplace.gifts;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.attempts.Attempt;
import terrace.marketplace.attempts.AttemptKind;
import terrace.marketplace.attempts.Attempts;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.coupons.Claiming;
import terrace.marketplace.coupons.Coupons;
import terrace.marketplace.coupons.Giving;
import terrace.marketplace.vault.Token;

/** The door to codes for coupons: one shared by many, or each for one. Only their hashes are kept. */
@Singleton
public class Codes {

    public static final int SINGLES_MAX = 10_000;

    private static final Pattern SHARED = Pattern.compile("[0-9A-Z]{6,20}");
    /** Without letters that look like others: twelve of them nobody guesses. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 12;

    private final GiftRows rows;
    private final Coupons coupons;
    private final Attempts attempts;
    private final Audit audit;
    private final TransactionOperations<Connection> transactions;
    private final SecureRandom random = new SecureRandom();

    Codes(
            GiftRows rows,
            Coupons coupons,
            Attempts attempts,
            Audit audit,
            TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.coupons = coupons;
        this.attempts = attempts;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** As it is kept: blanks and hyphens left out, in large letters. */
    public static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** Whether it may be a code for many. */
    public static boolean shareable(String code) {
        return SHARED.matcher(plain(code)).matches();
    }

    /** One code for everybody who hears of it; false when it is given away already. */
    @Transactional
    public boolean share(UUID batchId, String code, UUID by) {
        if (!shareable(code)) {
            throw new IllegalArgumentException("a shared code is of 6 to 20 letters and digits");
        }
        boolean added = rows.addShared(Token.hash(plain(code)), batchId);
        if (added) {
            audit.record("account:" + by, "coupon-code.shared", "coupon-batch:" + batchId, Map.of());
        }
        return added;
    }

    /** Codes of which each is for one coupon; they are shown now and never again. */
    @Transactional
    public List<String> singles(UUID batchId, int count, UUID by) {
        if (count < 1 || count > SINGLES_MAX) {
            throw new IllegalArgumentException("not so many codes at once: " + count);
        }
        Set<String> made = new LinkedHashSet<>();
        while (made.size() < count) {
            made.add(code());
        }
        if (rows.addSingles(made.stream().map(Token::hash).toList(), batchId) < count) {
            throw new IllegalStateException("a code was made before: one chance in a thousand million million");
        }
        audit.record(
                "account:" + by,
                "coupon-code.made",
                "coupon-batch:" + batchId,
                Map.of("count", Integer.toString(count)));
        return List.copyOf(made);
    }

    /**
     * Gives a coupon for a code.
     *
     * @param address from where it is tried; wrong ones are counted
     */
    public Redeeming redeem(UUID memberId, String typed, String address, @Nullable UUID device) {
        return switch (attempts.begin(AttemptKind.COUPON_CODE, memberId.toString(), address)) {
            case Attempt.TooMany many -> new Redeeming.TooMany(many.tryAgainAt());
            case Attempt.Begun begun -> {
                Redeeming outcome =
                        transactions.executeWrite(status -> redeem(memberId, Token.hash(plain(typed)), device));
                if (!(outcome instanceof Redeeming.Unknown)) {
                    attempts.succeed(begun);
                }
                yield outcome;
            }
        };
    }

    private Redeeming redeem(UUID memberId, byte[] hash, @Nullable UUID device) {
        Optional<GiftRows.Code> known = rows.lock(hash);
        if (known.isEmpty()) {
            return new Redeeming.Unknown();
        }
        GiftRows.Code code = known.get();
        if (code.usedBy().isPresent() && !code.usedBy().get().equals(memberId)) {
            return new Redeeming.Used();
        }
        UUID coupon = Gifts.named(HexFormat.of().formatHex(hash) + ":" + memberId);
        Claiming claiming = coupons.give(Giving.Way.CODE, memberId, code.batchId(), coupon, device);
        if (!(claiming instanceof Claiming.Claimed)) {
            return new Redeeming.Refused(claiming);
        }
        rows.use(hash, memberId);
        return new Redeeming.Redeemed(coupon);
    }

    private String code() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int place = 0; place < LENGTH; place++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
