package terrace.marketplace.merchants;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.events.Events;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.marketplace.vault.Vault;

/** Who sells. */
@Singleton
public class Merchants {

    private static final int CACHE_SECONDS = 5;
    private static final int CACHED_MAX = 20_000;

    private final MerchantRepository merchants;
    private final SuspensionRepository suspensions;
    private final Audit audit;
    private final Events events;
    private final Regions regions;
    private final Vault vault;
    private final Cache<UUID, Merchant> cache = Caffeine.newBuilder()
            .maximumSize(CACHED_MAX)
            .expireAfterWrite(Duration.ofSeconds(CACHE_SECONDS))
            .build();

    Merchants(
            MerchantRepository merchants,
            SuspensionRepository suspensions,
            Audit audit,
            Events events,
            Regions regions,
            Vault vault) {
        this.merchants = merchants;
        this.suspensions = suspensions;
        this.audit = audit;
        this.events = events;
        this.regions = regions;
        this.vault = vault;
    }

    /** Cached for some seconds: for showing, not for deciding. */
    public Map<UUID, Merchant> byIds(Set<UUID> ids) {
        var found = new HashMap<>(cache.getAllPresent(ids));
        if (found.size() < ids.size()) {
            var missing = new HashSet<>(ids);
            missing.removeAll(found.keySet());
            for (var row : merchants.byIds(missing)) {
                var merchant = row.merchant();
                cache.put(merchant.id(), merchant);
                found.put(merchant.id(), merchant);
            }
        }
        return found;
    }

    public Optional<Merchant> byId(UUID id) {
        return merchants.byId(id).map(MerchantRow::merchant);
    }

    public Optional<Merchant> byCode(String code) {
        return merchants.byCode(code).map(MerchantRow::merchant);
    }

    /** Of those of these codes that there are. */
    public Set<UUID> idsOf(Collection<String> codes) {
        return codes.isEmpty() ? Set.of() : Set.copyOf(merchants.idsOf(codes));
    }

    /** By code, those after the one given; null for the first page. */
    public List<Merchant> page(@Nullable String afterCode, int limit) {
        return merchants.after(afterCode == null ? "" : afterCode, limit).stream()
                .map(MerchantRow::merchant)
                .toList();
    }

    /** By code, those after the one given: whose name has the words in it, or whose code begins with them. */
    public List<Merchant> search(String words, @Nullable String afterCode, int limit) {
        return merchants.search(words.strip(), afterCode == null ? "" : afterCode, limit).stream()
                .map(MerchantRow::merchant)
                .toList();
    }

    /** By code; those that sell. */
    public List<Merchant> inProvince(String provinceCode, int limit) {
        return merchants.inProvince(provinceCode, limit).stream()
                .map(MerchantRow::merchant)
                .toList();
    }

    /** A guard: those of the given that may sell at this moment, read in the caller's transaction. */
    public Set<UUID> selling(Set<UUID> ids) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(merchants.selling(ids));
    }

    /** A guard: those of the given that may be paid out at this moment, read in the caller's transaction. */
    public Set<UUID> payoutAllowed(Set<UUID> ids) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(merchants.payoutAllowed(ids));
    }

    /** Opens a merchant, or returns the one that has the code, unchanged. */
    @Transactional
    public Merchant open(NewMerchant merchant) {
        var account = AccountNumber.of(merchant.bankAccountNumber())
                .orElseThrow(() -> new IllegalArgumentException("not a bank account number"));
        if (regions.byCode(merchant.countyCode()).filter(Region::isCounty).isEmpty()) {
            throw new IllegalArgumentException("no county has the code " + merchant.countyCode());
        }
        var id = Ids.next();
        int added = merchants.add(
                id,
                merchant.code(),
                merchant.name(),
                merchant.kind().name(),
                merchant.countyCode(),
                merchant.licenceNumber(),
                merchant.commissionBasisPoints(),
                vault.seal(merchant.bankAccountHolder()),
                account.sealed(vault),
                account.index(vault),
                account.payee(vault));
        if (added > 0) {
            audit.record("platform", "merchant.opened", subject(id), Map.of("code", merchant.code()));
        }
        return byCode(merchant.code()).orElseThrow();
    }

    /** The account given at opening, with all but the last four digits hidden. */
    public String maskedBankAccount(UUID merchantId) {
        var sealed = merchants.bankAccount(merchantId).orElseThrow().bankAccount();
        return new AccountNumber(vault.open(sealed)).masked();
    }

    /** The name on the account given at opening; personal data, shown to nobody but its owner. */
    public String bankAccountHolder(UUID merchantId) {
        return vault.open(merchants.bankAccountHolder(merchantId).orElseThrow().bankAccount());
    }

    /** Takes the merchant off sale for one more reason; the same in the same words once more is the same. */
    @Transactional
    public Suspension suspend(
            UUID merchantId, Suspension.Reason reason, String note, boolean stopPayouts, String actor) {
        if (merchants.lock(merchantId).isEmpty()) {
            throw new NoSuchElementException("no merchant " + merchantId);
        }
        var same = suspensions(merchantId).stream()
                .filter(other ->
                        other.reason() == reason && other.note().equals(note) && other.payoutsStopped() == stopPayouts)
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        var id = Ids.next();
        suspensions.add(id, merchantId, reason.name(), note, stopPayouts, actor);
        audit.record(actor, "merchant.suspended", subject(merchantId), Map.of("reason", reason.name()));
        if (merchants.status(merchantId, "OPEN", "SUSPENDED") > 0) {
            events.publish(new MerchantSuspended(merchantId));
        }
        cache.invalidate(merchantId);
        return suspensions.byId(id).orElseThrow().suspension();
    }

    /** Lifts one reason; false when it is not there or was lifted before. Sells again when no other is left. */
    @Transactional
    public boolean lift(UUID merchantId, UUID suspensionId, String actor) {
        if (merchants.lock(merchantId).isEmpty() || suspensions.lift(merchantId, suspensionId, actor) == 0) {
            return false;
        }
        audit.record(actor, "merchant.suspension-lifted", subject(merchantId), Map.of("id", suspensionId.toString()));
        if (suspensions.inForce(merchantId).isEmpty() && merchants.status(merchantId, "SUSPENDED", "OPEN") > 0) {
            events.publish(new MerchantReopened(merchantId));
        }
        cache.invalidate(merchantId);
        return true;
    }

    /** The reasons in force, oldest first. */
    public List<Suspension> suspensions(UUID merchantId) {
        return suspensions.inForce(merchantId).stream()
                .map(SuspensionRow::suspension)
                .toList();
    }

    private static String subject(UUID id) {
        return "merchant:" + id;
    }
}
