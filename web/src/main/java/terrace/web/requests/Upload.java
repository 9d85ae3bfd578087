package terrace.web.requests;

import java.util.List;
import java.util.Map;

/**
 * What a form with files in it brought. The names of files are not kept: nobody needs them, and they could say
 * anything.
 *
 * @param files those that were chosen, in order
 */
public record Upload(Map<String, String> fields, List<byte[]> files) {

    /** The last of them, for forms that take one; empty where none was chosen. */
    public byte[] file() {
        return files.isEmpty() ? new byte[0] : files.getLast();
    }
}
