package terrace.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What came back.
 *
 * @param location where a redirect leads, empty without one
 * @param cookies each as {@code name=value}
 * @param body empty when it was only counted
 * @param bytes of the body, as it travelled
 */
record Answer(int status, String location, List<String> cookies, byte[] body, long bytes) {

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
