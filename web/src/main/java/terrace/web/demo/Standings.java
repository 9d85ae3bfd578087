package terrace.web.demo;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.bankaccounts.BankAccounts;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.filedpapers.FiledPaper;
import terrace.marketplace.filedpapers.FiledPapers;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.papers.NewPaper;
import terrace.marketplace.papers.PaperKind;
import terrace.marketplace.papers.Papers;

/** Papers that end soon, one of them renewed, and a change of account that waits for its second person. */
@Singleton
class Standings {

    private static final int SOON_DAYS = 20;
    private static final int VERY_SOON_DAYS = 6;

    private final Accounts accounts;
    private final Papers papers;
    private final FiledPapers filed;
    private final BankAccounts bankAccounts;
    private final Clock clock;

    Standings(Accounts accounts, Papers papers, FiledPapers filed, BankAccounts bankAccounts, Clock clock) {
        this.accounts = accounts;
        this.papers = papers;
        this.filed = filed;
        this.bankAccounts = bankAccounts;
        this.clock = clock;
    }

    /** What stands already is left alone. */
    void bring(Map<String, Merchant> merchants) {
        People.MERCHANTS.forEach((signInName, code) -> {
            Merchant merchant = merchants.get(code);
            if (merchant != null && filed.ofMerchant(merchant.id()).isEmpty()) {
                UUID owner = accounts.bySignInName(signInName).map(Account::id).orElseThrow();
                boolean renewing = !signInName.equals("merchant@demo.terrace");
                file(merchant, owner, renewing);
                if (renewing) {
                    renew(merchant, owner);
                    bankAccounts.give(merchant.id(), owner, merchant.name(), "演示银行安远支行", "0000 6222 0000 1234");
                }
            }
        });
    }

    private void file(Merchant merchant, UUID owner, boolean renewing) {
        var ends = clock.today().plusDays(renewing ? VERY_SOON_DAYS : SOON_DAYS);
        papers.add(owner, new NewPaper(PaperKind.BUSINESS_LICENCE, merchant.licenceNumber(), null), Applicants.photo());
        papers.add(owner, new NewPaper(PaperKind.FOOD_PERMIT, "演示许可 1 号", ends), Applicants.photo());
        filed.file(merchant.id(), owner, "demo");
    }

    private void renew(Merchant merchant, UUID owner) {
        NewPaper newer =
                new NewPaper(PaperKind.FOOD_PERMIT, "演示许可 2 号", clock.today().plusYears(1));
        filed.ofMerchant(merchant.id()).stream()
                .filter(paper -> paper.kind() == PaperKind.FOOD_PERMIT)
                .map(FiledPaper::paperId)
                .findFirst()
                .ifPresent(old -> filed.renew(merchant.id(), old, owner, newer, Applicants.photo()));
    }
}
