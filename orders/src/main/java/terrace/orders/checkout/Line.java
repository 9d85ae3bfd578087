package terrace.orders.checkout;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * People who are served together. Whoever finds a free place serves: those who wait, and themselves; then calls the
 * next who waits to do the same. So nobody waits for others to come, and the more wait, the more go at once. It has no
 * thread of its own. An answer is given after the transaction that holds for all of them has ended.
 */
final class Line {
    /** So many in one transaction: more would keep stock locked for longer, and cost hardly less each. */
    static final int TOGETHER_MAX = 200;

    private final Deque<Ticket> waiting = new ArrayDeque<>();
    private final Rules rules;
    private final Server server;
    private final LongSupplier pieces;
    private int serving;
    private int underWay;
    private long ended;

    /**
     * How a line is kept.
     *
     * @param serversMax how many batches of it are under way at once
     * @param fence how many of all lines of its kind
     * @param waitingMax more are sent away
     */
    record Rules(int serversMax, Semaphore fence, int waitingMax, Duration patience) {}

    /** Serves many; answers every one of them, by purchase. */
    interface Server {
        Map<UUID, Outcome> serve(List<PlaceOrder> wishes);
    }

    /** What became of a wish; a failure is the wisher's own to see. */
    record Outcome(@Nullable Placement placement, @Nullable RuntimeException failure) {
        private Placement get() {
            if (placement == null) {
                throw failure == null ? new IllegalStateException("nobody answered") : failure;
            }
            return placement;
        }
    }

    /**
     * Somebody in line.
     *
     * @param taken by whoever serves, or by themselves when they leave: by one of them
     * @param called with what became of it; with nothing when it is their turn to serve
     */
    private record Ticket(PlaceOrder wish, AtomicBoolean taken, CompletableFuture<Optional<Outcome>> called) {
        boolean take() {
            return taken.compareAndSet(false, true);
        }
    }

    Line(Rules rules, Server server) {
        this(rules, server, () -> Long.MAX_VALUE);
    }

    /**
     * @param pieces how many there are of what the line is for, as far as is committed: no more go at once, since a
     *     batch with one too many is written twice
     */
    Line(Rules rules, Server server, LongSupplier pieces) {
        this.rules = rules;
        this.server = server;
        this.pieces = pieces;
    }

    /** Waits until it is done; Crowded when too many wait, or it takes too long. */
    Placement place(PlaceOrder wish) {
        Ticket ticket = new Ticket(wish, new AtomicBoolean(), new CompletableFuture<>());
        if (!join(ticket)) {
            return new Placement.Crowded();
        }
        Optional<Outcome> call;
        try {
            call = ticket.called().get(rules.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call = null;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        if (call == null) {
            if (ticket.take()) {
                return new Placement.Crowded();
            }
            // being served at this moment, or called to serve
            call = ticket.called().join();
        }
        return call.orElseGet(() -> serve(ticket)).get();
    }

    private synchronized boolean join(Ticket ticket) {
        if (serving < rules.serversMax()) {
            serving++;
            return ticket.take() && ticket.called().complete(Optional.empty());
        }
        return waiting.size() < rules.waitingMax() && waiting.add(ticket);
    }

    private Outcome serve(Ticket own) {
        List<Ticket> batch = new ArrayList<>();
        Map<UUID, Outcome> outcomes = Map.of();
        RuntimeException failed = new IllegalStateException("the batch ended without an answer");
        int taken = 0;
        rules.fence().acquireUninterruptibly();
        try {
            Map<UUID, PlaceOrder> wishes = take(own, batch, room());
            taken = wishes.size();
            outcomes = server.serve(List.copyOf(wishes.values()));
        } catch (RuntimeException failure) {
            failed = failure;
        } finally {
            rules.fence().release();
            ended(taken);
            for (Ticket ticket : batch) {
                Outcome outcome = outcomes.getOrDefault(ticket.wish().purchaseId(), new Outcome(null, failed));
                ticket.called().complete(Optional.of(outcome));
            }
            callNext();
        }
        return outcomes.getOrDefault(own.wish().purchaseId(), new Outcome(null, failed));
    }

    /**
     * How many may go together: as many as there are pieces for beside the wishes being served, taking one piece for
     * each. Where those may take all of them, waits until one of their batches has ended; where nothing is left, all.
     */
    private int room() {
        while (true) {
            long before;
            int beside;
            synchronized (this) {
                before = ended;
                beside = underWay;
            }
            long left = pieces.getAsLong();
            if (left <= 0) {
                return TOGETHER_MAX;
            }
            if (left > beside) {
                return (int) Math.min(left - beside, TOGETHER_MAX);
            }
            awaitEnd(before);
        }
    }

    private synchronized void awaitEnd(long before) {
        boolean interrupted = false;
        while (ended == before && underWay > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void ended(int taken) {
        underWay -= taken;
        ended++;
        notifyAll();
    }

    /** Of each member one wish at a time: the next must see the cart that the first leaves. */
    private synchronized Map<UUID, PlaceOrder> take(Ticket own, List<Ticket> batch, int room) {
        Map<UUID, PlaceOrder> wishes = new LinkedHashMap<>();
        Map<UUID, PlaceOrder> byMember = new HashMap<>();
        wishes.put(own.wish().purchaseId(), own.wish());
        byMember.put(own.wish().memberId(), own.wish());
        for (Iterator<Ticket> others = waiting.iterator(); others.hasNext() && wishes.size() < room; ) {
            Ticket other = others.next();
            PlaceOrder wish = other.wish();
            PlaceOrder same = byMember.get(wish.memberId());
            boolean fits = same == null && !wishes.containsKey(wish.purchaseId());
            // the same form sent twice gets the same answer
            if (!fits && !wish.equals(same)) {
                continue;
            }
            others.remove();
            if (other.take()) {
                batch.add(other);
                wishes.put(wish.purchaseId(), wish);
                byMember.put(wish.memberId(), wish);
            }
        }
        underWay += wishes.size();
        return wishes;
    }

    private void callNext() {
        Ticket next;
        synchronized (this) {
            do {
                next = waiting.poll();
            } while (next != null && !next.take());
            if (next == null) {
                serving--;
            }
        }
        if (next != null) {
            next.called().complete(Optional.empty());
        }
    }
}
