package terrace.orders.reconciliation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.files.FileStore;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.CustodyBank;
import terrace.orders.payment.Payment;
import terrace.orders.payment.PaymentView;
import terrace.orders.payment.Payments;

/** The door to the daily comparison with the bank. */
@Singleton
public class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final int PIECE = 500;
    private static final int MISSING_MAX = 1_000;

    private final CustodyBank bank;
    private final Payments payments;
    private final FilePosting posting;
    private final Comparison comparison;
    private final BankRecords records;
    private final Differences differences;
    private final FileStore files;
    private final Clock clock;

    Reconciliation(
            CustodyBank bank,
            Payments payments,
            FilePosting posting,
            Comparison comparison,
            BankRecords records,
            Differences differences,
            FileStore files,
            Clock clock) {
        this.bank = bank;
        this.payments = payments;
        this.posting = posting;
        this.comparison = comparison;
        this.records = records;
        this.differences = differences;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Takes in the bank's file of a business day: checked, stored as it came, each line posted once. A day may be taken
     * in again as it fills up. Calls the bank: must not run inside a transaction.
     *
     * @param actor who asked for it, for the audit
     */
    public TakingIn takeIn(LocalDate day, String actor) {
        if (day.isAfter(clock.today())) {
            return new TakingIn.NotYet(day);
        }
        return switch (bank.file(day)) {
            case BankAnswer.Said<byte[]> said -> takeIn(day, said.value(), actor);
            case BankAnswer.Refused<byte[]> refused -> new TakingIn.BankSilent(day, refused.message());
            case BankAnswer.Silent<byte[]> silent -> new TakingIn.BankSilent(day, silent.why());
        };
    }

    private TakingIn takeIn(LocalDate day, byte[] bytes, String actor) {
        if (bytes.length > FileStore.FILE_BYTES_MAX) {
            return new TakingIn.Broken(day, "larger than " + FileStore.FILE_BYTES_MAX + " bytes");
        }
        try {
            DayFile file = DayFile.read(bytes, day);
            posting.fresh(day, file.lines());
            Optional<UUID> unsure = settle(file);
            if (unsure.isPresent()) {
                return new TakingIn.BankSilent(day, "payment " + unsure.get() + " cannot be confirmed now");
            }
            String key = "bank-files/" + day + "-" + file.sha256() + ".csv";
            files.put(key, bytes);
            return post(file, posting.keep(file, key, actor));
        } catch (DayFile.Broken e) {
            LOG.error("Bank file of {}: {}", day, e.getMessage());
            return new TakingIn.Broken(day, String.valueOf(e.getMessage()));
        }
    }

    /** Charges we do not know as paid take the same path as a notice, before anything is posted. */
    private Optional<UUID> settle(DayFile file) {
        for (DayFile.Line line : file.lines()) {
            Optional<Payment> payment = line.type() == DayFile.Type.CHARGE
                    ? FilePosting.id(line.ourRef()).flatMap(payments::byId)
                    : Optional.empty();
            if (payment.isPresent() && !payment.get().settled()) {
                UUID id = payment.get().id();
                if (payments.resolve(id) instanceof PaymentView.BeingConfirmed) {
                    return Optional.of(id);
                }
            }
        }
        return Optional.empty();
    }

    private TakingIn post(DayFile file, UUID fileId) throws DayFile.Broken {
        int fresh = 0;
        int differing = 0;
        for (int from = 0; from < file.lines().size(); from += PIECE) {
            List<DayFile.Line> piece = file.lines()
                    .subList(from, Math.min(from + PIECE, file.lines().size()));
            FilePosting.Posted posted = posting.post(fileId, file.day(), piece);
            fresh += posted.lines();
            differing += posted.differences();
        }
        // T+2: what was settled two business days before this file's must have been in a file by now
        Instant settledBefore = file.day().minusDays(1).atStartOfDay(Clock.ZONE).toInstant();
        differing += posting.postMissing(settledBefore, MISSING_MAX);
        return new TakingIn.TakenIn(file.day(), file.lines().size(), fresh, differing, file.closingFen());
    }

    /** Compares what our books say the bank holds with what the bank says. Must not run inside a transaction. */
    public BalanceCheck balanceCheck() {
        return switch (bank.escrowFen()) {
            case BankAnswer.Said<Long> said -> comparison.with(said.value());
            case BankAnswer.Refused<Long> refused -> comparison.without(refused.message());
            case BankAnswer.Silent<Long> silent -> comparison.without(silent.why());
        };
    }

    /** Files taken in, newest day first. */
    @Transactional(readOnly = true)
    public List<BankFile> files(int limit) {
        return records.files(limit);
    }

    /** Differences, those not cleared first. */
    @Transactional(readOnly = true)
    public List<Difference> differences(int limit) {
        return differences.openFirst(limit);
    }
}
