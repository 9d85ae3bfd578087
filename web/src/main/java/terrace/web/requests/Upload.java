package terrace.web.requests;

import java.util.Map;

/**
 * What a form with a file in it brought. The file's name is not kept: nobody needs it, and it could say anything.
 *
 * @param file empty where none was chosen
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Upload(Map<String, String> fields, byte[] file) {}
