package terrace.marketplace.notices;

/** Puts text messages beside the captured letters. */
final class CapturedSms implements SmsSender {

    private static final String SUBJECT = "SMS 短信";

    private final CapturedMail mail;

    CapturedSms(CapturedMail mail) {
        this.mail = mail;
    }

    @Override
    public void send(Sms message) {
        mail.send(new Mail(message.to() + CapturedMail.AT_SMS, SUBJECT, message.text()));
    }
}
