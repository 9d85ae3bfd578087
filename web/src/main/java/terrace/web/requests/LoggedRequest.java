package terrace.web.requests;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** {@code %request} in a log pattern: the number of the request a line was logged in, which its answer carries too. */
public class LoggedRequest extends ClassicConverter {
    private static final String NONE = "-";

    @Override
    public String convert(ILoggingEvent event) {
        String number = RequestId.current();
        return number.equals(NONE) ? "" : number;
    }
}
