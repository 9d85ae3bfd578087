package terrace.orders.seals;

import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.jobs.Job;
import terrace.orders.ledger.HashChain;
import terrace.orders.ledger.HashChain.Head;
import terrace.orders.ledger.Sql;

/** The door to seals. A seal kept elsewhere betrays who rewrites the whole chain, the owner of the tables included. */
@Singleton
public class Seals {
    private final Sql sql;
    private final HashChain chain;
    private final SealKey key;
    private final Clock clock;

    Seals(Sql sql, HashChain chain, SealKey key, Clock clock) {
        this.sql = sql;
        this.chain = chain;
        this.key = key;
        this.clock = clock;
    }

    /** Seals the day before, soon after midnight; a day the market slept through is covered by the seal after it. */
    @Factory
    static class Jobs {

        @Singleton
        Job sealBooks(Seals seals) {
            return new Job("seal-books", Duration.ofMinutes(30), seals::sealYesterday);
        }
    }

    /** Whether there is a key to seal with. */
    public boolean possible() {
        return key.present();
    }

    /** Once for a day; nothing without a key, or while no journal was ever linked. */
    @Transactional
    public void sealYesterday() {
        LocalDate day = clock.today().minusDays(1);
        Optional<Head> head = of(day).isPresent() ? Optional.empty() : chain.head();
        head.ifPresent(newest -> key.sign(Seal.head(day, newest.seq(), newest.hash()))
                .ifPresent(signed -> sql.change(
                        "insert into orders.chain_seal (day, seq, hash, signature, public_key) values (?, ?, ?, ?, ?)"
                                + " on conflict (day) do nothing",
                        day,
                        newest.seq(),
                        newest.hash(),
                        signed.signature(),
                        signed.publicKey())));
    }

    @Transactional(readOnly = true)
    public Optional<Seal> of(LocalDate day) {
        return sql.first("select * from orders.chain_seal where day = ?", Seals::seal, day);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Seal> newest(int limit) {
        return sql.list("select * from orders.chain_seal order by day desc limit ?", Seals::seal, limit);
    }

    /** Whether the signature fits, and the chain still has this link. */
    @Transactional(readOnly = true)
    public boolean holds(Seal seal) {
        return SealKey.fits(seal.publicKey(), seal.head(), seal.signature())
                && chain.holds(new Head(seal.seq(), seal.hash()));
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getObject("day", LocalDate.class),
                row.getLong("seq"),
                row.getString("hash"),
                row.getBytes("signature"),
                row.getString("public_key"),
                Sql.at(row, "signed_at"));
    }
}
