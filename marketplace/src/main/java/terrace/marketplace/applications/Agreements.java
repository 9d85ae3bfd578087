package terrace.marketplace.applications;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import terrace.marketplace.audit.Assisted;
import terrace.marketplace.bankaccounts.BankAccounts;
import terrace.marketplace.filedpapers.FiledPapers;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;
import terrace.marketplace.vault.Vault;

/** The agreement every merchant signs, and the signing that opens a merchant. */
@Singleton
public class Agreements {

    /** The words that hold now; a changed text takes a new name beside the old. */
    private static final String VERSION = "2026-11";

    /** Merchants of the counties pay no commission, see DOMAIN.md, rules of the trade. */
    private static final int COMMISSION_BASIS_POINTS = 0;

    private final ApplicationRepository applications;
    private final StepRepository steps;
    private final Dossiers dossiers;
    private final Merchants merchants;
    private final Staff staff;
    private final BankAccounts bankAccounts;
    private final FiledPapers filedPapers;
    private final Vault vault;
    private final Agreement chinese = read("zh");
    private final Agreement english = read("en");

    Agreements(
            ApplicationRepository applications,
            StepRepository steps,
            Dossiers dossiers,
            Merchants merchants,
            Staff staff,
            BankAccounts bankAccounts,
            FiledPapers filedPapers,
            Vault vault) {
        this.applications = applications;
        this.steps = steps;
        this.dossiers = dossiers;
        this.merchants = merchants;
        this.staff = staff;
        this.bankAccounts = bankAccounts;
        this.filedPapers = filedPapers;
        this.vault = vault;
    }

    public Agreement current(boolean inEnglish) {
        return inEnglish ? english : chinese;
    }

    /**
     * Signs, and opens the merchant with the applicant as its owner; once more does no more.
     *
     * @param hash of the text that was shown
     * @param address the network address it was signed from
     */
    @Transactional
    public Signing sign(UUID accountId, String hash, String address) {
        return Assisted.now().isPresent() ? new Signing.HouseholdOnly() : signConfirmed(accountId, hash, address);
    }

    /** As {@link #sign}, for the feature that has asked the household itself. */
    @Transactional
    public Signing signConfirmed(UUID accountId, String hash, String address) {
        var open = applications.lockOpen(accountId);
        if (open.isEmpty()) {
            return applications
                    .newest(accountId)
                    .map(ApplicationRow::merchantId)
                    .flatMap(merchants::byId)
                    .<Signing>map(Signing.Opened::new)
                    .orElseGet(Signing.NotApproved::new);
        }
        var application = dossiers.opened(open.get());
        if (application.state() != Application.State.REVIEWED) {
            return new Signing.NotApproved();
        }
        var agreement = hash.equals(english.hash()) ? english : chinese;
        if (!hash.equals(agreement.hash())) {
            return new Signing.TextChanged();
        }
        var actor = Dossiers.account(accountId);
        steps.sign(
                application.id(),
                agreement.version(),
                agreement.language(),
                agreement.hash(),
                accountId,
                vault.seal(address));
        dossiers.step(application.id(), actor, Step.Act.SIGNED, Map.of(), agreement.version());
        return new Signing.Opened(opened(application, actor));
    }

    private Merchant opened(Application application, String actor) {
        var merchant = merchants.open(new NewMerchant(
                freeCode(application.plain(Field.COUNTY)),
                application.value(Field.NAME).strip(),
                Objects.requireNonNull(application.kind()),
                application.plain(Field.COUNTY),
                application.plain(Field.LICENCE),
                COMMISSION_BASIS_POINTS,
                application.value(Field.BANK_HOLDER).strip(),
                application.plain(Field.BANK_ACCOUNT)));
        staff.join(merchant.id(), application.accountId(), StaffRole.OWNER);
        bankAccounts.first(merchant.id(), application.value(Field.BANK_NAME).strip(), application.accountId());
        filedPapers.file(merchant.id(), application.accountId(), actor);
        applications.open(application.id(), merchant.id());
        dossiers.step(application.id(), actor, Step.Act.OPENED, Map.of(), merchant.code());
        return merchant;
    }

    private String freeCode(String countyCode) {
        String code;
        do {
            code = countyCode + "-" + applications.nextNumber();
        } while (merchants.byCode(code).isPresent());
        return code;
    }

    private static Agreement read(String language) {
        var file = "/agreements/merchant-" + VERSION + "_" + language + ".txt";
        try (InputStream in = Objects.requireNonNull(Agreements.class.getResourceAsStream(file), file)) {
            var bytes = in.readAllBytes();
            var hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new Agreement(VERSION, language, new String(bytes, StandardCharsets.UTF_8), hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
