package terrace.marketplace.merchants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.audit.AuditEntry;
import terrace.marketplace.merchants.Suspension.Reason;

@MicronautTest(transactional = false)
class MerchantsTest {

    @Inject
    Merchants merchants;

    @Inject
    Audit audit;

    private final NewMerchant rice = new NewMerchant(
            "rice-" + UUID.randomUUID(),
            "红河县迤萨红米专业合作社",
            Merchant.Kind.COOPERATIVE,
            "532529",
            "93532529MA6K000000",
            0,
            "红河县迤萨红米专业合作社",
            "6227 0038 1234 5678 901");

    @Test
    void a_merchant_is_opened_once_per_code() {
        var opened = merchants.open(rice);
        assertThat(merchants.open(rice)).isEqualTo(opened);
        assertThat(merchants.byCode(rice.code())).hasValue(opened);
        assertThat(merchants.byId(opened.id())).hasValue(opened);
        assertThat(merchants.byIds(Set.of(opened.id(), UUID.randomUUID()))).containsOnlyKeys(opened.id());
        assertThat(opened.status()).isEqualTo(Merchant.Status.OPEN);
    }

    @Test
    void the_bank_account_is_shown_masked_and_its_reference_tells_nothing() {
        var opened = merchants.open(rice);
        assertThat(merchants.maskedBankAccount(opened.id())).isEqualTo("***************8901");
        assertThat(opened.bankAccountRef()).matches("acct_[0-9a-f]{24}");
    }

    @Test
    void a_merchant_of_no_county_or_without_bank_account_cannot_open() {
        assertThatThrownBy(() -> merchants.open(with("999999", "6227003812345678901")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> merchants.open(with("532529", "none"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lifting_one_reason_lifts_no_other() {
        var id = merchants.open(rice).id();
        var papers = merchants.suspend(id, Reason.PAPERS, "执照到期", false, "account:operator");
        var fraud = merchants.suspend(id, Reason.FRAUD, "刷单", true, "account:operator");
        assertThat(merchants.selling(Set.of(id))).isEmpty();
        assertThat(merchants.payoutAllowed(Set.of(id))).isEmpty();
        assertThat(merchants.suspensions(id)).containsExactly(papers, fraud);

        assertThat(merchants.lift(id, fraud.id(), "account:operator")).isTrue();
        assertThat(merchants.lift(id, fraud.id(), "account:operator")).isFalse();
        assertThat(merchants.selling(Set.of(id))).isEmpty();
        assertThat(merchants.payoutAllowed(Set.of(id))).containsExactly(id);

        assertThat(merchants.lift(id, papers.id(), "account:operator")).isTrue();
        assertThat(merchants.selling(Set.of(id))).containsExactly(id);
        assertThat(merchants.byIds(Set.of(id)))
                .allSatisfy((key, merchant) -> assertThat(merchant.status()).isEqualTo(Merchant.Status.OPEN));
        assertThat(audit.ofSubject("merchant:" + id, 10))
                .extracting(AuditEntry::act)
                .contains("merchant.opened", "merchant.suspended", "merchant.suspension-lifted");
    }

    @Test
    void a_reason_of_another_merchant_cannot_be_lifted() {
        var id = merchants.open(rice).id();
        var other = merchants.open(new NewMerchant(
                rice.code() + "-2", "另一家", Merchant.Kind.HOUSEHOLD, "532529", "", 0, "李", "6227003812345678902"));
        var reason = merchants.suspend(id, Reason.QUALITY, "", false, "account:operator");
        assertThat(merchants.lift(other.id(), reason.id(), "account:operator")).isFalse();
        assertThat(merchants.selling(Set.of(id, other.id()))).containsExactly(other.id());
    }

    @Test
    void merchants_are_listed_page_by_page_and_by_province() {
        merchants.open(rice);
        var first = merchants.page(null, 1).getFirst();
        assertThat(merchants.page(first.code(), 10)).doesNotContain(first);
        assertThat(merchants.inProvince("53", 1_000)).extracting(Merchant::code).contains(rice.code());
        assertThat(merchants.inProvince("11", 1_000)).extracting(Merchant::code).doesNotContain(rice.code());
    }

    private NewMerchant with(String countyCode, String account) {
        return new NewMerchant(rice.code(), "某户", Merchant.Kind.HOUSEHOLD, countyCode, "", 0, "李", account);
    }
}
