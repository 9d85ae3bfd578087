package terrace.web.merchant;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import terrace.catalog.desk.GoodsTally;
import terrace.catalog.desk.OwnStock;
import terrace.catalog.questions.Questions;
import terrace.marketplace.applications.Application;
import terrace.marketplace.applications.Applications;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.filedpapers.FiledPaper;
import terrace.marketplace.filedpapers.FiledPapers;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.StaffRight;
import terrace.orders.desk.OrderDesk;
import terrace.orders.desk.OrderFilter;
import terrace.orders.desk.Tally;
import terrace.orders.returns.ClaimDesk;
import terrace.orders.settlement.Settlement;
import terrace.web.buying.Sights;
import terrace.web.merchant.DeskPage.Tile;
import terrace.web.signin.Visitor;

/** Gathers what asks to be done today: each module is asked once, and counts no further than a hundred. */
@Singleton
class DeskPages {
    private static final int ORDERS_SHOWN = 5;
    private static final int COUNTED_MAX = 100;
    /** So long before a paper ends its owner is reminded. */
    private static final int PAPER_DAYS = 30;

    private final OrderDesk orders;
    private final OwnStock stock;
    private final FiledPapers papers;
    private final Questions questions;
    private final Applications applications;
    private final ClaimDesk claims;
    private final Settlement settlement;
    private final Sights sights;
    private final Clock clock;

    DeskPages(
            OrderDesk orders,
            OwnStock stock,
            FiledPapers papers,
            Questions questions,
            Applications applications,
            ClaimDesk claims,
            Settlement settlement,
            Sights sights,
            Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.papers = papers;
        this.questions = questions;
        this.applications = applications;
        this.claims = claims;
        this.settlement = settlement;
        this.sights = sights;
        this.clock = clock;
    }

    DeskPage desk(Visitor visitor, Merchant merchant) {
        Tally tally = orders.tally(merchant.id());
        GoodsTally goods = stock.tally(merchant.id());
        return new DeskPage(
                merchant.name(),
                clock.today().toString(),
                tiles(visitor, merchant, tally, goods),
                sights.orders(
                        visitor,
                        orders.orders(merchant.id(), OrderFilter.TO_SHIP, null, null, ORDERS_SHOWN)
                                .orders()),
                goods.any(),
                settlement.availableFen(merchant.id()),
                tally.escrowFen());
    }

    /** One line for each thing that may wait and is the reader's to do; what does not wait is not shown. */
    private List<Tile> tiles(Visitor visitor, Merchant merchant, Tally tally, GoodsTally goods) {
        List<Tile> tiles = new ArrayList<>();
        if (visitor.rights().contains(StaffRight.SHIPPING)) {
            tiles.add(toShip(tally));
        }
        if (visitor.rights().contains(StaffRight.SHIPPING) || visitor.rights().contains(StaffRight.MONEY)) {
            tiles.add(Tile.of("claims", claims.waiting(merchant.id(), COUNTED_MAX), "/merchant/claims"));
        }
        if (visitor.rights().contains(StaffRight.GOODS)) {
            tiles.add(Tile.of("over-promised", goods.overPromised(), "/merchant/harvests"));
            tiles.add(Tile.of("returned", goods.returned(), "/merchant/listings?state=RETURNED"));
            tiles.add(Tile.of("low", goods.low(), "/merchant/stock?low=yes"));
            tiles.add(Tile.of("questions", unanswered(merchant), "/merchant/questions"));
            tiles.add(Tile.of("waiting", goods.waiting(), "/merchant/listings?state=IN_REVIEW"));
        }
        if (visitor.rights().contains(StaffRight.OWNING)) {
            tiles.add(Tile.of("papers", expiring(merchant), "/merchant/papers"));
            tiles.add(Tile.of("application", returnedApplications(visitor), "/merchant/application"));
        }
        tiles.removeIf(tile -> tile.count().equals("0"));
        return List.copyOf(tiles);
    }

    private static Tile toShip(Tally tally) {
        if (tally.late() > 0) {
            return new Tile(
                    "to-ship",
                    Tile.text(tally.toShip()),
                    "/merchant/orders?state=LATE",
                    "desk.tile.late",
                    Tile.text(tally.late()),
                    true);
        }
        return new Tile(
                "to-ship",
                Tile.text(tally.toShip()),
                "/merchant/orders",
                tally.tonight() > 0 ? "desk.tile.tonight" : null,
                Tile.text(tally.tonight()),
                false);
    }

    private int returnedApplications(Visitor visitor) {
        return applications
                        .of(visitor.workerId())
                        .filter(application -> application.state() == Application.State.RETURNED)
                        .isPresent()
                ? 1
                : 0;
    }

    /** The unanswered come first. */
    private int unanswered(Merchant merchant) {
        return (int) questions.ofMerchant(merchant.id(), null, COUNTED_MAX).items().stream()
                .filter(question -> !question.answered())
                .count();
    }

    private int expiring(Merchant merchant) {
        LocalDate soon = clock.today().plusDays(PAPER_DAYS);
        return (int) papers.ofMerchant(merchant.id()).stream()
                .filter(paper -> paper.state() == FiledPaper.State.EXPIRED
                        || (paper.state() == FiledPaper.State.GOOD && endsBy(paper, soon)))
                .count();
    }

    private static boolean endsBy(FiledPaper paper, LocalDate day) {
        LocalDate ends = paper.expiresOn();
        return ends != null && !ends.isAfter(day);
    }
}
