package terrace.marketplace.phonecodes;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.PhoneNumber;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.attempts.Attempt;
import terrace.marketplace.attempts.AttemptKind;
import terrace.marketplace.attempts.Attempts;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.vault.Vault;

/** Lets members in by a code sent to their phone, and makes the account of who has none yet. */
@Singleton
public class PhoneCodes {

    static final int VALID_MINUTES = 10;
    static final int TRIES_MAX = 5;
    private static final int CODES = 1_000_000;
    private static final int PASSWORD_BYTES = 32;
    private static final int TAIL = 4;
    private static final String WHERE = "/sign-in/phone";

    private final PhoneCodeRows rows;
    private final Accounts accounts;
    private final Attempts attempts;
    private final Inbox inbox;
    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    PhoneCodes(PhoneCodeRows rows, Accounts accounts, Attempts attempts, Inbox inbox, Vault vault) {
        this.rows = rows;
        this.accounts = accounts;
        this.attempts = attempts;
        this.inbox = inbox;
        this.vault = vault;
    }

    /**
     * Sends a code; the one before is dead. Says the same whether the phone has an account or not.
     *
     * @param address the network address of the request, for limiting attempts
     */
    @Transactional
    public Sending send(String typed, String address, boolean english) {
        Optional<String> phone = PhoneNumber.mobile(typed);
        if (phone.isEmpty()) {
            return new Sending.NoPhone();
        }
        if (attempts.begin(AttemptKind.PHONE_CODE, phone.get(), address) instanceof Attempt.TooMany many) {
            return new Sending.TooMany(many.tryAgainAt());
        }
        String code = "%06d".formatted(random.nextInt(CODES));
        rows.keep(index(phone.get()), hash(phone.get(), code), VALID_MINUTES);
        boolean sent = inbox.tellStranger(
                phone.get(), "phone-code", List.of(code, Integer.toString(VALID_MINUTES)), WHERE, english);
        return sent ? new Sending.Sent(phone.get()) : new Sending.NoTexts();
    }

    /** Lets in who types the code that was sent, once. Each look is a try, and a code bears few. */
    public Entering enter(String typed, String code) {
        Optional<String> phone = PhoneNumber.mobile(typed);
        if (phone.isEmpty()) {
            return new Entering.Wrong();
        }
        byte[] index = index(phone.get());
        byte[] hash = hash(phone.get(), code.strip());
        if (!rows.right(index, hash, TRIES_MAX)) {
            return new Entering.Wrong();
        }
        Optional<Account> known = accounts.bySignInName(phone.get());
        if (known.filter(account -> account.staff() || account.status() != Account.Status.OPEN)
                .isPresent()) {
            return new Entering.ByPasswordOnly();
        }
        return switch (known.<Registration>map(Registration.Registered::new).orElseGet(() -> fresh(phone.get()))) {
            case Registration.Registered(Account account) ->
                rows.spend(index, hash) ? new Entering.In(account) : new Entering.Wrong();
            case Registration.Busy busy -> new Entering.Busy();
            case Registration other -> throw new IllegalStateException("no account for a phone: " + other);
        };
    }

    /** With a password nobody knows; who wants one asks for a letter to reset it. */
    private Registration fresh(String phone) {
        byte[] password = new byte[PASSWORD_BYTES];
        random.nextBytes(password);
        return accounts.create(
                phone,
                Base64.getUrlEncoder().withoutPadding().encodeToString(password),
                "会员" + phone.substring(phone.length() - TAIL),
                Set.of(Role.MEMBER));
    }

    private byte[] index(String phone) {
        return vault.blindIndex("phone-code:" + phone);
    }

    private byte[] hash(String phone, String code) {
        return vault.blindIndex("phone-code:" + phone + ":" + code);
    }
}
