package terrace.marketplace.notices;

/** Takes letters out of the house: to a mail server, or into a folder where they are kept. */
public interface MailSender {

    /** Returns when the letter was taken over; throws when it was not, and may be tried again. */
    void send(Mail mail);

    /** Whether sending is so quick that nobody minds waiting for it. */
    boolean quick();
}
