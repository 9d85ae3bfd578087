package terrace.web.standing;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.filedpapers.FiledPaper;
import terrace.marketplace.filedpapers.FiledPapers;
import terrace.marketplace.papers.Paper;
import terrace.web.buying.Sights;

/** Turns papers on file into what pages show. */
@Singleton
class PaperSights {
    private static final int SOON_DAYS = 30;

    private final FiledPapers filed;
    private final Clock clock;
    private final Sights sights;

    PaperSights(FiledPapers filed, Clock clock, Sights sights) {
        this.filed = filed;
        this.clock = clock;
        this.sights = sights;
    }

    Sight sight(FiledPaper paper) {
        Optional<Paper> handedIn = filed.paper(paper.merchantId(), paper.paperId());
        LocalDate until = paper.expiresOn();
        long left = until == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(clock.today(), until);
        return new Sight(
                paper.paperId(),
                paper.kind().name(),
                handedIn.map(Paper::number).orElse(""),
                until == null ? "" : until.toString(),
                paper.state().name(),
                paper.state() == FiledPaper.State.GOOD && left <= SOON_DAYS ? Math.max(0, left) : null,
                paper.state() == FiledPaper.State.GOOD || paper.state() == FiledPaper.State.EXPIRED,
                paper.forAllGoods(),
                paper.note(),
                sights.time(paper.filedAt()),
                handedIn.filter(Paper::picture).isPresent());
    }

    /**
     * @param endsIn days, when it ends soon
     * @param renewable whether a newer one may be handed in for it
     * @param forAllGoods whether the goods leave the shelf when it ends
     */
    record Sight(
            UUID id,
            String kind,
            String number,
            String until,
            String state,
            @Nullable Long endsIn,
            boolean renewable,
            boolean forAllGoods,
            String note,
            String at,
            boolean picture) {}
}
