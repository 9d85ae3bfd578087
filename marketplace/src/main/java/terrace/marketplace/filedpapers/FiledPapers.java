package terrace.marketplace.filedpapers;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.papers.NewPaper;
import terrace.marketplace.papers.Paper;
import terrace.marketplace.papers.PaperIntake;
import terrace.marketplace.papers.Papers;

/** Papers merchants stand by; the merchant comes first in every call. */
@Singleton
public class FiledPapers {

    private final FiledPaperRepository filed;
    private final Papers papers;
    private final Audit audit;

    FiledPapers(FiledPaperRepository filed, Papers papers, Audit audit) {
        this.filed = filed;
        this.papers = papers;
        this.audit = audit;
    }

    /** By kind, newest first; without those that were replaced. */
    public List<FiledPaper> ofMerchant(UUID merchantId) {
        return filed.ofMerchant(merchantId).stream().map(FiledPaperRow::filed).toList();
    }

    /** The paper itself; empty when it is not this merchant's. */
    public Optional<Paper> paper(UUID merchantId, UUID paperId) {
        return filed.ofMerchant(merchantId, paperId).flatMap(row -> papers.ofOwner(row.ownerId(), paperId));
    }

    public Optional<byte[]> file(UUID merchantId, UUID paperId) {
        return filed.ofMerchant(merchantId, paperId).flatMap(row -> papers.file(row.ownerId(), paperId));
    }

    /** The papers of an application are the merchant's from the day the shop opens; once more does no more. */
    @Transactional
    public void file(UUID merchantId, UUID ownerId, String actor) {
        if (filed.file(merchantId, ownerId) > 0) {
            audit.record(actor, "papers.filed", "merchant:" + merchantId, Map.of());
        }
    }

    /**
     * Hands in a newer paper of the same kind. Not for use in a transaction, see {@link Papers#add}.
     *
     * @return empty when the merchant has no such paper
     */
    public Optional<Renewal> renew(UUID merchantId, UUID paperId, UUID accountId, NewPaper paper, byte[] bytes) {
        return filed.ofMerchant(merchantId, paperId).map(old -> {
            var wanted = new NewPaper(old.kind(), paper.number(), paper.expiresOn());
            return switch (papers.add(accountId, wanted, bytes)) {
                case PaperIntake.Refused refused -> new Renewal.Refused(refused.reason());
                case PaperIntake.Taken taken -> wait(old, taken.paper());
            };
        });
    }

    /** A guard: papers of a merchant that have ended and without which nothing may be sold. */
    public Set<UUID> missing(UUID merchantId) {
        return filed.ofMerchant(merchantId).stream()
                .map(FiledPaperRow::filed)
                .filter(paper -> paper.state() == FiledPaper.State.EXPIRED && paper.forAllGoods())
                .map(FiledPaper::paperId)
                .collect(Collectors.toSet());
    }

    /** Whether it is a merchant's paper that concerns all goods, good or not: others have their own way. */
    public boolean concernsAllGoods(UUID merchantId, UUID paperId) {
        return filed.ofMerchant(merchantId, paperId)
                .filter(row -> row.filed().forAllGoods())
                .isPresent();
    }

    @Transactional
    Renewal wait(FiledPaperRow old, Paper paper) {
        var locked = filed.lock(old.paperId()).orElseThrow();
        if (locked.state() != FiledPaper.State.GOOD && locked.state() != FiledPaper.State.EXPIRED) {
            return new Renewal.Overtaken();
        }
        filed.withdraw(old.paperId());
        filed.renew(
                paper.id(), old.merchantId(), paper.ownerId(), paper.kind().name(), paper.expiresOn(), old.paperId());
        return new Renewal.Waiting(filed.byId(paper.id()).orElseThrow().filed());
    }
}
