package terrace.marketplace.events;

import static java.util.stream.Collectors.groupingBy;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to their subscribers: at least once each, with growing pauses, parking what keeps failing. */
@Singleton
public class EventWorker implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(EventWorker.class);
    private static final int FAN_OUT_MAX = 500;
    private static final int CLAIM_MAX = 200;
    private static final int LEASE_SECONDS = 120;
    private static final int ATTEMPTS_MAX = 10;
    private static final long POLL_MILLIS = 1_000;
    /** So long events gather before they are looked for: each look costs as much as an event. */
    private static final long GATHER_MILLIS = 20;

    private static final int ERROR_LENGTH_MAX = 500;
    private static final long RETRY_SECONDS_MAX = 3_600;

    private final DeliveryRepository deliveries;
    private final TransactionOperations<Connection> transactions;
    private final ObjectMapper json;
    private final WakeUp wakeUp;
    private final Map<String, Subscriber<Event>> subscribers = new LinkedHashMap<>();
    private final List<String> eventNames;
    private final List<String> subscriberNames;
    private final boolean running;
    private volatile boolean closed;
    private @Nullable Thread thread;

    @SuppressWarnings("unchecked") // a subscriber is only ever handed payloads read as its own event type
    EventWorker(
            DeliveryRepository deliveries,
            TransactionOperations<Connection> transactions,
            ObjectMapper json,
            WakeUp wakeUp,
            List<Subscriber<?>> subscribers,
            @Value("${terrace.events.worker:false}") boolean running) {
        this.deliveries = deliveries;
        this.transactions = transactions;
        this.json = json;
        this.wakeUp = wakeUp;
        this.running = running;
        subscribers.forEach(subscriber -> this.subscribers.put(subscriber.name(), (Subscriber<Event>) subscriber));
        eventNames = this.subscribers.values().stream()
                .map(subscriber -> Events.nameOf(subscriber.event()))
                .toList();
        subscriberNames = List.copyOf(this.subscribers.keySet());
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (running) {
            wakeUp.connect();
            thread = Thread.ofPlatform().daemon().name("event-worker").start(this::work);
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        closed = true;
        wakeUp.ring();
        if (thread != null) {
            thread.join(POLL_MILLIS * 5);
        }
    }

    /** Delivers all that is due now; answers how many deliveries succeeded. For tests and commands. */
    public int drain() {
        int delivered = 0;
        for (Pass pass = pass(); pass.handedOut() + pass.claimed() > 0; pass = pass()) {
            delivered += pass.delivered();
        }
        return delivered;
    }

    /** One look at what waits. */
    private Pass pass() {
        int handedOut = deliveries.fanOut(FAN_OUT_MAX, eventNames, subscriberNames);
        List<Delivery> claimed = deliveries.claim(CLAIM_MAX, LEASE_SECONDS);
        int delivered = claimed.stream().collect(groupingBy(Delivery::subscriber)).values().stream()
                .mapToInt(this::deliver)
                .sum();
        return new Pass(handedOut, claimed.size(), delivered);
    }

    private record Pass(int handedOut, int claimed, int delivered) {
        /** A look that found as much as it may has not found all. */
        boolean foundAll() {
            return handedOut < FAN_OUT_MAX && claimed < CLAIM_MAX;
        }
    }

    /** What keeps failing, oldest first, for operators. */
    public List<Delivery> parked(int limit) {
        return deliveries.parked(limit);
    }

    /** How many events and deliveries are still to be worked off. */
    public long owed() {
        return deliveries.owed();
    }

    /** Tries a parked delivery again; false when it was not parked any more. */
    public boolean retry(java.util.UUID eventId, String subscriber) {
        boolean unparked = deliveries.unpark(eventId, subscriber) > 0;
        wakeUp.ring();
        return unparked;
    }

    private void work() {
        while (!closed) {
            try {
                if (pass().foundAll()) {
                    wakeUp.await(POLL_MILLIS);
                    Thread.sleep(GATHER_MILLIS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Events wait: {}", e.getMessage());
                pause();
            }
        }
    }

    private int deliver(List<Delivery> group) {
        Subscriber<Event> subscriber = subscribers.get(group.getFirst().subscriber());
        if (subscriber == null) {
            // of an edition before or after this one: left to a node that knows it, parked when there is none
            group.forEach(one -> failed(one, new IllegalStateException("nobody here is called " + one.subscriber())));
            return 0;
        }
        try {
            handOver(subscriber, group);
            return group.size();
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                failed(group.getFirst(), e);
                return 0;
            }
            // One bad event must not hold up its neighbours.
            return group.stream().mapToInt(one -> deliver(List.of(one))).sum();
        }
    }

    private void handOver(Subscriber<Event> subscriber, List<Delivery> group) {
        List<Event> events = group.stream().map(one -> read(subscriber, one)).toList();
        transactions.execute(TransactionDefinition.DEFAULT, status -> {
            subscriber.onAll(events);
            deliveries.delivered(group.stream().map(Delivery::eventId).toList(), subscriber.name());
            return null;
        });
    }

    private void failed(Delivery delivery, RuntimeException e) {
        boolean parked = delivery.attempts() >= ATTEMPTS_MAX;
        String error = String.valueOf(e);
        long pause = Math.min(RETRY_SECONDS_MAX, 1L << Math.min(delivery.attempts(), 12));
        deliveries.failed(
                delivery.eventId(),
                delivery.subscriber(),
                pause,
                parked,
                error.substring(0, Math.min(error.length(), ERROR_LENGTH_MAX)));
        LOG.warn(
                "{} of {} failed, {}",
                delivery.subscriber(),
                delivery.name(),
                parked ? "parked" : "will be tried again",
                e);
    }

    private Event read(Subscriber<Event> subscriber, Delivery delivery) {
        try {
            return json.readValue(delivery.payload(), subscriber.event());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
