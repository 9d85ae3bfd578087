package terrace.marketplace.notices;

/** Takes text messages out of the house. Where there is none, nobody is offered to be told by phone. */
public interface SmsSender {

    /** Returns when the message was taken over; throws when it was not, and may be tried again. */
    void send(Sms message);
}
