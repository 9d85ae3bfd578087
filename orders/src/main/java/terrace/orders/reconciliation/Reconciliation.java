package terrace.orders.reconciliation;

import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.files.FileStore;
import terrace.marketplace.jobs.Job;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.CustodyBank;
import terrace.orders.payment.Payment;
import terrace.orders.payment.PaymentView;
import terrace.orders.payment.Payments;
import terrace.orders.runs.SettlementRuns;

/** The door to the daily comparison with the bank. */
@Singleton
public class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final int PIECE = 500;
    /** Files of the last days are fetched by themselves; an older one that is missing is for a person to ask about. */
    private static final int DAYS_FETCHED = 3;

    /** Some 220,000 lines. */
    private static final int FILE_BYTES_MAX = 24 * 1024 * 1024;

    private static final int MISSING_MAX = 1_000;

    private final CustodyBank bank;
    private final Payments payments;
    private final FilePosting posting;
    private final MissingLines missing;
    private final SettlementRuns runs;
    private final Comparison comparison;
    private final BankRecords records;
    private final Differences differences;
    private final FileStore files;
    private final Clock clock;

    Reconciliation(
            CustodyBank bank,
            Payments payments,
            FilePosting posting,
            MissingLines missing,
            SettlementRuns runs,
            Comparison comparison,
            BankRecords records,
            Differences differences,
            FileStore files,
            Clock clock) {
        this.bank = bank;
        this.payments = payments;
        this.posting = posting;
        this.missing = missing;
        this.runs = runs;
        this.comparison = comparison;
        this.records = records;
        this.differences = differences;
        this.files = files;
        this.clock = clock;
    }

    /** Fetches the files of the days that have ended, until each is there whole. */
    @Factory
    static class Jobs {

        @Singleton
        Job takeInBankFiles(Reconciliation reconciliation) {
            return new Job("take-in-bank-files", Duration.ofMinutes(30), reconciliation::takeInEnded);
        }
    }

    void takeInEnded() {
        for (int back = DAYS_FETCHED; back >= 1; back--) {
            LocalDate day = clock.today().minusDays(back);
            Instant ended = day.plusDays(1).atStartOfDay(Clock.ZONE).toInstant();
            if (records.takenInAfter(day, ended) == 0) {
                takeIn(day, "take-in-bank-files");
            }
        }
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
        if (bytes.length > FILE_BYTES_MAX) {
            return new TakingIn.Broken(day, "larger than " + FILE_BYTES_MAX + " bytes");
        }
        try {
            DayFile file = DayFile.read(bytes, day);
            for (List<DayFile.Line> piece : pieces(file)) {
                posting.fresh(day, piece);
            }
            Optional<UUID> unsure = settle(file);
            if (unsure.isPresent()) {
                return new TakingIn.BankSilent(day, "payment " + unsure.get() + " cannot be confirmed now");
            }
            String key = "bank-files/" + day + "-" + file.sha256() + ".csv.gz";
            files.put(key, packed(bytes));
            return post(file, posting.keep(file, key, actor));
        } catch (DayFile.Broken e) {
            LOG.error("Bank file of {}: {}", day, e.getMessage());
            return new TakingIn.Broken(day, String.valueOf(e.getMessage()));
        }
    }

    /** Charges we do not know as paid take the same path as a notice, before anything is posted. */
    private Optional<UUID> settle(DayFile file) {
        for (List<DayFile.Line> piece : pieces(file)) {
            Set<UUID> charged = piece.stream()
                    .filter(line -> line.type() == DayFile.Type.CHARGE)
                    .flatMap(line -> line.ourId().stream())
                    .collect(Collectors.toSet());
            for (Payment payment : payments.byIds(charged)) {
                if (!payment.settled() && payments.resolve(payment.id()) instanceof PaymentView.BeingConfirmed) {
                    return Optional.of(payment.id());
                }
            }
        }
        return Optional.empty();
    }

    private static List<List<DayFile.Line>> pieces(DayFile file) {
        List<List<DayFile.Line>> pieces = new ArrayList<>();
        for (int from = 0; from < file.lines().size(); from += PIECE) {
            pieces.add(file.lines()
                    .subList(from, Math.min(from + PIECE, file.lines().size())));
        }
        return pieces;
    }

    private TakingIn post(DayFile file, UUID fileId) throws DayFile.Broken {
        int fresh = 0;
        int differing = 0;
        for (List<DayFile.Line> piece : pieces(file)) {
            FilePosting.Posted posted = posting.post(fileId, file.day(), piece);
            fresh += posted.lines();
            differing += posted.differences();
        }
        // T+2: what was settled two business days before this file's must have been in a file by now
        Instant settledBefore = file.day().minusDays(1).atStartOfDay(Clock.ZONE).toInstant();
        differing += missing.post(settledBefore, MISSING_MAX);
        runs.seenInFile();
        return new TakingIn.TakenIn(file.day(), file.lines().size(), fresh, differing, file.closingFen());
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
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
