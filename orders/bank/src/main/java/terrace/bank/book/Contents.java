package terrace.bank.book;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the book says now: the sum of its entries, in memory. Only to be used inside {@link Book#act}. */
public final class Contents {
    private final Map<String, Session> sessions = new HashMap<>();
    private final Map<String, String> sessionOfIntent = new HashMap<>();
    private final Map<String, List<String>> sessionsOfReference = new HashMap<>();
    private final Map<String, Refund> refunds = new LinkedHashMap<>();
    private final Map<String, Transfer> transfers = new LinkedHashMap<>();
    private final Map<String, List<String>> refundsOfReference = new HashMap<>();
    private final Map<String, List<String>> transfersOfReference = new HashMap<>();
    private final List<Posting> postings = new ArrayList<>();
    private final Map<String, PendingNotice> pending = new LinkedHashMap<>();
    /** Where in the file the answer to an idempotency key stands; bodies stay on disk, the heap is small. */
    private final Map<String, Long> answers = new HashMap<>();

    private final Map<String, Agreement> agreements = new HashMap<>();
    private final Map<String, String> agreementIds = new HashMap<>();

    private long noticesTaken;
    private long escrowFen;
    private long ownFen;
    private long offsetSeconds;

    /** A notice that the shop has not taken as often as it must. */
    public record PendingNotice(Notice notice, int tries, int taken) {}

    void apply(Entry entry, long offset) {
        switch (entry) {
            case Entry.SessionOpened(Session s) -> {
                sessions.put(s.id(), s);
                sessionOfIntent.put(s.intent(), s.id());
                sessionsOfReference
                        .computeIfAbsent(s.reference(), id -> new ArrayList<>(1))
                        .add(s.id());
            }
            case Entry.SessionExpired e -> sessions.computeIfPresent(e.session(), (id, s) -> s.expired());
            case Entry.Declined d -> sessions.computeIfPresent(d.session(), (id, s) -> s.refused());
            case Entry.Charged c -> charge(c);
            case Entry.AgreementOffered(Agreement a) -> {
                agreements.put(a.reference(), a);
                agreementIds.put(a.id(), a.reference());
            }
            case Entry.AgreementIn(String reference, Agreement.State state) ->
                agreements.computeIfPresent(reference, (id, a) -> a.in(state));
            case Entry.Debited(String reference, String day, long fen) ->
                agreements.computeIfPresent(reference, (id, a) -> a.charged(day, fen));
            case Entry.Arrived a -> sessions.computeIfPresent(a.session(), (id, s) -> s.arrived(a.fields()));
            case Entry.EnteredBy(String session, String operator) ->
                sessions.computeIfPresent(session, (id, s) -> s.enteredBy(operator));
            case Entry.Cleared c -> sessions.computeIfPresent(c.session(), (id, s) -> s.cleared(c.order(), c.day()));
            case Entry.Refunded(Refund r) -> refund(r);
            case Entry.Transferred(Transfer t) -> transfer(t);
            case Entry.Moved(Movement m) -> move(m);
            case Entry.NoticeWritten(Notice n) -> pending.put(n.id(), new PendingNotice(n, 0, 0));
            case Entry.NoticeTried t -> tried(t);
            case Entry.NoticesReleased() ->
                pending.replaceAll((id, p) -> new PendingNotice(p.notice().released(), p.tries(), p.taken()));
            case Entry.Answered a -> answers.put(a.key(), offset);
            case Entry.ClockSet(long seconds) -> offsetSeconds = seconds;
        }
    }

    private void charge(Entry.Charged c) {
        Session s = sessions.computeIfPresent(c.session(), (id, old) -> old.charged(c.charge(), c.tookFen()));
        if (s == null) {
            throw new IllegalStateException("charge of an unknown session " + c.session());
        }
        post(Posting.Kind.CHARGE, c.atMillis(), c.charge(), s.reference(), s.receivedFen(), c.feeFen(), s.intent());
    }

    private void refund(Refund r) {
        refunds.put(r.id(), r);
        refundsOfReference
                .computeIfAbsent(r.reference(), id -> new ArrayList<>(1))
                .add(r.id());
        sessions.computeIfPresent(
                sessionOfIntent.getOrDefault(r.intent(), ""),
                (id, s) -> s.refunded(r.amountFen(), r.parts() == null ? Map.of() : r.parts()));
        post(Posting.Kind.REFUND, r.createdMillis(), r.id(), r.reference(), r.amountFen(), 0, r.intent());
    }

    private void transfer(Transfer t) {
        transfers.put(t.id(), t);
        transfersOfReference
                .computeIfAbsent(t.reference(), id -> new ArrayList<>(1))
                .add(t.id());
        ownFen += t.destination().equals(Transfer.OWN_ACCOUNT) ? t.amountFen() : 0;
        // what the platform sends of its own is billed to it later, so that its account may be below nothing
        ownFen -= t.fromOwnAccount() ? t.amountFen() : 0;
        Posting.Kind kind = t.fromOwnAccount() ? Posting.Kind.PROOF : Posting.Kind.TRANSFER;
        post(kind, t.createdMillis(), t.id(), t.reference(), t.amountFen(), 0, t.destination());
    }

    private void move(Movement m) {
        ownFen += m.kind() == Posting.Kind.SWEEP ? m.amountFen() : 0;
        ownFen -= m.kind() == Posting.Kind.TOP_UP ? m.amountFen() : 0;
        post(m.kind(), m.createdMillis(), m.id(), m.ourRef(), m.amountFen(), 0, m.counterpart());
    }

    private void post(Posting.Kind kind, long at, String ref, String ourRef, long fen, long feeFen, String other) {
        Posting posting = new Posting(postings.size() + 1L, kind, at, ref, ourRef, fen, feeFen, 0, other);
        escrowFen += posting.inFen() - posting.outFen();
        postings.add(new Posting(posting.seq(), kind, at, ref, ourRef, fen, feeFen, escrowFen, other));
    }

    private void tried(Entry.NoticeTried t) {
        PendingNotice p = pending.get(t.notice());
        if (p == null) {
            return;
        }
        int taken = p.taken() + (t.taken() || p.notice().isForged() ? 1 : 0);
        if (taken >= p.notice().copies()) {
            pending.remove(t.notice());
            noticesTaken++;
        } else {
            pending.put(t.notice(), new PendingNotice(p.notice(), p.tries() + 1, taken));
        }
    }

    public Optional<Agreement> agreement(String reference) {
        return Optional.ofNullable(agreements.get(reference));
    }

    public Optional<Agreement> agreementOfId(String id) {
        return Optional.ofNullable(agreementIds.get(id)).map(agreements::get);
    }

    public Optional<Session> session(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    public Optional<Session> sessionOfIntent(String intent) {
        return Optional.ofNullable(sessionOfIntent.get(intent)).map(sessions::get);
    }

    public List<Session> sessionsOfReference(String reference) {
        return sessionsOfReference.getOrDefault(reference, List.of()).stream()
                .map(sessions::get)
                .toList();
    }

    public Optional<Refund> refund(String id) {
        return Optional.ofNullable(refunds.get(id));
    }

    public List<Refund> refundsOfIntent(String intent) {
        return refunds.values().stream().filter(r -> r.intent().equals(intent)).toList();
    }

    public List<Transfer> transfersOfGroup(String group) {
        return transfers.values().stream().filter(t -> t.group().equals(group)).toList();
    }

    public List<Refund> refundsOfReference(String reference) {
        return refundsOfReference.getOrDefault(reference, List.of()).stream()
                .map(refunds::get)
                .toList();
    }

    public Optional<Transfer> transfer(String id) {
        return Optional.ofNullable(transfers.get(id));
    }

    public List<Transfer> transfersOfReference(String reference) {
        return transfersOfReference.getOrDefault(reference, List.of()).stream()
                .map(transfers::get)
                .toList();
    }

    /** Every movement of money, oldest first. A live view: copy it before leaving {@link Book#act}. */
    public List<Posting> postings() {
        return Collections.unmodifiableList(postings);
    }

    public Collection<PendingNotice> pendingNotices() {
        return Collections.unmodifiableCollection(pending.values());
    }

    public Optional<PendingNotice> pendingNotice(String id) {
        return Optional.ofNullable(pending.get(id));
    }

    public long noticesTaken() {
        return noticesTaken;
    }

    public long escrowFen() {
        return escrowFen;
    }

    public long ownFen() {
        return ownFen;
    }

    /** Every session, in no order. A live view: copy it before leaving {@link Book#act}. */
    public Collection<Session> sessions() {
        return Collections.unmodifiableCollection(sessions.values());
    }

    public int sessionCount() {
        return sessions.size();
    }

    public long offsetSeconds() {
        return offsetSeconds;
    }

    Optional<Long> answerOffset(String key) {
        return Optional.ofNullable(answers.get(key));
    }
}
