package terrace.marketplace.papers;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.files.FileStore;
import terrace.marketplace.files.SafeFile;
import terrace.marketplace.files.SafeFiles;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.vault.Vault;

/** Papers people hand in; the owner comes first in every call. */
@Singleton
public class Papers {

    /** The largest file that is taken. */
    public static final int FILE_BYTES_MAX = 8 * 1024 * 1024;

    /** More than this nobody needs. */
    public static final int PAPERS_MAX = 20;

    public static final int NUMBER_CHARACTERS_MAX = 60;
    private static final int KEY_BYTES = 16;

    private final PaperRepository papers;
    private final SafeFiles files;
    private final FileStore store;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Papers(PaperRepository papers, SafeFiles files, FileStore store, Vault vault, Audit audit, Clock clock) {
        this.papers = papers;
        this.files = files;
        this.store = store;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** By kind, then oldest first. */
    public List<Paper> ofOwner(UUID ownerId) {
        return papers.ofOwner(ownerId).stream().map(row -> row.opened(vault)).toList();
    }

    public Optional<Paper> ofOwner(UUID ownerId, UUID id) {
        return papers.ofOwner(ownerId, id).map(row -> row.opened(vault));
    }

    /** The file of a paper; empty when it is not this owner's. */
    public Optional<byte[]> file(UUID ownerId, UUID id) {
        return papers.ofOwner(ownerId, id).flatMap(row -> store.get(row.fileKey()));
    }

    /**
     * Takes a photo (JPEG, PNG) or a PDF, by its content. Photos are drawn anew. Not for use in a transaction: the file
     * is stored before its row, so that no row is ever without its file.
     */
    public PaperIntake add(UUID ownerId, NewPaper paper, byte[] bytes) {
        return addWhile(ownerId, paper, bytes, () -> true).orElseThrow();
    }

    /** As {@link #add}; empty, and nothing kept, when it is not open any more in the transaction that enters it. */
    public Optional<PaperIntake> addWhile(UUID ownerId, NewPaper paper, byte[] bytes, BooleanSupplier open) {
        var fault = fault(ownerId, paper);
        if (fault.isPresent()) {
            return Optional.of(new PaperIntake.Refused(fault.get()));
        }
        return switch (files.safe(bytes, FILE_BYTES_MAX)) {
            case SafeFile.Unsafe unsafe -> Optional.of(new PaperIntake.Refused(reason(unsafe.reason())));
            case SafeFile.Safe safe -> keep(ownerId, paper, safe, open);
        };
    }

    private Optional<PaperIntake.Reason> fault(UUID ownerId, NewPaper paper) {
        if (paper.number().length() > NUMBER_CHARACTERS_MAX) {
            return Optional.of(PaperIntake.Reason.NUMBER_TOO_LONG);
        }
        if (paper.expiresOn() != null && paper.expiresOn().isBefore(clock.today())) {
            return Optional.of(PaperIntake.Reason.EXPIRED);
        }
        if (papers.count(ownerId) >= PAPERS_MAX) {
            return Optional.of(PaperIntake.Reason.TOO_MANY);
        }
        return Optional.empty();
    }

    /** Takes the paper's row away; the file goes with {@link #forget} once that is certain. */
    @Transactional
    public Optional<String> remove(UUID ownerId, UUID id) {
        var row = papers.ofOwner(ownerId, id);
        if (row.isEmpty() || papers.remove(ownerId, id) == 0) {
            return Optional.empty();
        }
        audit.record(
                "account:" + ownerId,
                "paper.removed",
                "paper:" + id,
                Map.of("kind", row.get().kind().name()));
        return Optional.of(row.get().fileKey());
    }

    /** Removes a file whose paper is gone; after the transaction. */
    public void forget(String fileKey) {
        store.remove(fileKey);
    }

    private Optional<PaperIntake> keep(UUID ownerId, NewPaper paper, SafeFile.Safe safe, BooleanSupplier open) {
        var key = "papers/" + HexFormat.of().formatHex(randomKey());
        store.put(key, safe.bytes());
        var intake = enter(ownerId, paper, safe, key, open);
        if (!(intake.orElse(null) instanceof PaperIntake.Taken)) {
            store.remove(key);
        }
        return intake;
    }

    /** What decides whether it is open comes first: it locks, and those who take papers out lock in the same order. */
    @Transactional
    Optional<PaperIntake> enter(UUID ownerId, NewPaper paper, SafeFile.Safe safe, String key, BooleanSupplier open) {
        if (!open.getAsBoolean()) {
            return Optional.empty();
        }
        papers.lock(ownerId);
        if (papers.count(ownerId) >= PAPERS_MAX) {
            return Optional.of(new PaperIntake.Refused(PaperIntake.Reason.TOO_MANY));
        }
        var id = Ids.next();
        papers.add(
                id,
                ownerId,
                paper.kind().name(),
                vault.seal(paper.number().strip()),
                paper.expiresOn(),
                key,
                safe.mediaType(),
                safe.bytes().length);
        audit.record(
                "account:" + ownerId,
                "paper.added",
                "paper:" + id,
                Map.of("kind", paper.kind().name()));
        return Optional.of(new PaperIntake.Taken(ofOwner(ownerId, id).orElseThrow()));
    }

    private static PaperIntake.Reason reason(SafeFile.Reason reason) {
        return switch (reason) {
            case EMPTY -> PaperIntake.Reason.EMPTY;
            case TOO_LARGE -> PaperIntake.Reason.TOO_LARGE;
            case UNKNOWN_TYPE -> PaperIntake.Reason.UNKNOWN_TYPE;
            case TORN -> PaperIntake.Reason.TORN;
            case TOO_MANY_PIXELS -> PaperIntake.Reason.TOO_MANY_PIXELS;
            case MIXED -> PaperIntake.Reason.MIXED;
            case ACTIVE -> PaperIntake.Reason.ACTIVE;
        };
    }

    private byte[] randomKey() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }
}
