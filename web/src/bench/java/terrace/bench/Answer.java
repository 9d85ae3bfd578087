package terrace.bench;

import java.util.List;

/**
 * What came back.
 *
 * @param location where a redirect leads, empty without one
 * @param cookies each as {@code name=value}
 * @param text empty when it was only counted
 * @param bytes of the body, as it travelled
 */
record Answer(int status, String location, List<String> cookies, String text, long bytes) {}
