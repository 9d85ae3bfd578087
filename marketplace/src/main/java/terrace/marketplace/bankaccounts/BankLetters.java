package terrace.marketplace.bankaccounts;

import jakarta.inject.Singleton;
import java.util.Locale;
import terrace.marketplace.inbox.NewsKind;
import terrace.marketplace.shopletters.ShopLetters;

/** Tells the owners what happens to their account; of its number only the last digits. */
@Singleton
class BankLetters {

    private static final String PAGE = "/merchant/account";
    private static final int SHOWN_DIGITS = 4;

    /** What there is to tell. */
    enum News {
        ASKED,
        CONFIRMED,
        STOPPED,
        MISMATCHED,
        UNKNOWN,
        SENT,
        PROVEN
    }

    private final ShopLetters letters;

    BankLetters(ShopLetters letters) {
        this.letters = letters;
    }

    void tell(BankAccount account, News news) {
        letters.tell(
                account.merchantId(),
                NewsKind.MONEY,
                "bank-account." + news.name().toLowerCase(Locale.ROOT),
                PAGE,
                account.masked().substring(account.masked().length() - SHOWN_DIGITS),
                Integer.toString(BankAccounts.CHANGE_WAIT_HOURS));
    }
}
