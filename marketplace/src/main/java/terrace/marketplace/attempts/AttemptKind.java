package terrace.marketplace.attempts;

import java.time.Duration;

/**
 * What is tried, and how many failures are borne within a time.
 *
 * <p>The limit for one person from one address is tight. The one for a person from everywhere is wide, and does not
 * bind an address this person has come in from before, so that a stranger can't keep the owner out.
 */
public enum AttemptKind {
    SIGN_IN(5, 50, 50, Duration.ofMinutes(15)),
    SECOND_FACTOR(5, 10, 50, Duration.ofMinutes(15)),
    REGISTER(10, 10, 20, Duration.ofHours(1)),
    RESET(3, 6, 20, Duration.ofHours(1)),
    /** Codes a household is sent, so that a clerk may act for it; counted by clerk and by household. */
    ASSISTANCE(5, 20, 20, Duration.ofHours(1)),
    /** Codes sent to a phone so that its owner may come in; each costs a text message. */
    PHONE_CODE(5, 8, 20, Duration.ofHours(1)),
    /** Codes for coupons that were wrong; nobody is to guess one. */
    COUPON_CODE(10, 20, 60, Duration.ofHours(1));

    final int sameWhoAndAddressMax;
    final int sameWhoMax;
    final int sameAddressMax;
    final Duration window;

    AttemptKind(int sameWhoAndAddressMax, int sameWhoMax, int sameAddressMax, Duration window) {
        this.sameWhoAndAddressMax = sameWhoAndAddressMax;
        this.sameWhoMax = sameWhoMax;
        this.sameAddressMax = sameAddressMax;
        this.window = window;
    }
}
