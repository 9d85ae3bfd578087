package terrace.web.demo.books;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.staff.Staff;
import terrace.orders.books.BooksCheck;
import terrace.orders.closing.DayClosings;
import terrace.orders.disputes.Disputes;
import terrace.orders.ledger.HashChain;
import terrace.orders.ledger.JournalKind;
import terrace.orders.reconciliation.Difference;
import terrace.orders.reconciliation.DifferenceQueue;
import terrace.orders.reconciliation.WriteOff;
import terrace.orders.reconciliation.WriteOffs;
import terrace.orders.reconciliation.WritingOff;
import terrace.orders.seals.Seals;
import terrace.orders.statements.Objections;
import terrace.orders.statements.Period;
import terrace.orders.statements.StatementLine;
import terrace.orders.statements.Statements;

/** What operators and merchants have done with the books of the past weeks: days closed, a dispute, two objections. */
@Singleton
public class Bookkeeping {
    /** Paid in by people who name no payment; the first was given up, the second is being looked for. */
    public static final long FORGOTTEN_FEN = 888;

    public static final long UNKNOWN_FEN = 3_650;

    private static final long DISPUTED_FEN = 1_000;
    private static final int DIFFERENCES_MAX = 50;

    private final HashChain chain;
    private final BooksCheck books;
    private final Seals seals;
    private final DayClosings closings;
    private final DifferenceQueue differences;
    private final WriteOffs writeOffs;
    private final Disputes disputes;
    private final Statements statements;
    private final Objections objections;
    private final Accounts accounts;
    private final Staff staff;
    private final Clock clock;

    Bookkeeping(
            HashChain chain,
            BooksCheck books,
            Seals seals,
            DayClosings closings,
            DifferenceQueue differences,
            WriteOffs writeOffs,
            Disputes disputes,
            Statements statements,
            Objections objections,
            Accounts accounts,
            Staff staff,
            Clock clock) {
        this.chain = chain;
        this.books = books;
        this.seals = seals;
        this.closings = closings;
        this.differences = differences;
        this.writeOffs = writeOffs;
        this.disputes = disputes;
        this.statements = statements;
        this.objections = objections;
        this.accounts = accounts;
        this.staff = staff;
        this.clock = clock;
    }

    /** Of what came in unknown, one sum is given up by two persons, the other has somebody who looks for it. */
    public void explain(UUID operator, UUID checker) {
        for (Difference difference : differences.oldest(DIFFERENCES_MAX)) {
            if (difference.overFen() == FORGOTTEN_FEN) {
                writeOffs
                        .propose(difference.id(), operator, "柜面现金存入，没有留名，查询期已过，银行也查不到付款人。")
                        .ifPresent(result -> decide(result, checker));
            } else if (difference.overFen() == UNKNOWN_FEN) {
                differences.see(difference.id(), operator, "已请银行查付款人，等回函；查到后原路退回。");
            }
        }
    }

    private void decide(WritingOff result, UUID checker) {
        if (result instanceof WritingOff.Proposed(WriteOff writeOff)) {
            writeOffs.decide(writeOff.id(), checker, true);
        }
    }

    /**
     * The latest day is left open for whoever looks at the market.
     *
     * @param owners sign-in names of merchants' owners
     */
    public void keep(Set<LocalDate> days, UUID operator, Set<String> owners) {
        chain.catchUp();
        books.check(true);
        seals.sealYesterday();
        days.stream()
                .sorted()
                .limit(Math.max(0, days.size() - 1L))
                .forEach(day -> closings.close(day, operator, "示例市场：看过对账文件和账簿"));
        owners.forEach(name -> accounts.bySignInName(name).ifPresent(owner -> object(owner, operator)));
    }

    private void object(Account owner, UUID operator) {
        staff.merchantsOf(owner.id()).stream().findFirst().ifPresent(merchant -> {
            YearMonth now = YearMonth.from(clock.today());
            Period period = new Period(now.minusMonths(1).atDay(1), now.atEndOfMonth());
            List<StatementLine> accepted = statements.of(merchant, period).lines().stream()
                    .filter(line -> line.kind() == JournalKind.ORDER_ACCEPTED && line.orderNumber() != null)
                    .toList();
            if (accepted.size() > 1) {
                objections
                        .raise(merchant, accepted.getFirst().journalId(), "这一单的运费好像没有算进来，请帮忙看看。", owner.id())
                        .ifPresent(
                                raised -> objections.answer(raised.id(), "运费已包含在这一行的净额里，点“运费”可以看到。", false, operator));
                objections.raise(merchant, accepted.getLast().journalId(), "服务费与签约时说的不一样。", owner.id());
                StatementLine last = accepted.getLast();
                disputes.open(
                        String.valueOf(last.orderNumber()),
                        "示例-" + last.orderNumber(),
                        DISPUTED_FEN,
                        "付款人说不是本人付的",
                        operator);
            }
        });
    }
}
