package terrace.marketplace.files;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS Signature Version 4 for single requests to S3, from "Authenticating Requests: Using the Authorization Header" in
 * the Amazon S3 API reference.
 */
record S3Signature(String region, String key, String secret) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The headers to add to a request: date, hash of the body, and the authorization that covers all given ones. */
    Map<String, String> headers(
            String method, String host, String path, Map<String, String> more, byte[] body, Instant at) {
        var time = TIME.format(at);
        var bodyHash = hex(sha256(body));
        SortedMap<String, String> headers = new TreeMap<>(more);
        headers.put("host", host);
        headers.put("x-amz-content-sha256", bodyHash);
        headers.put("x-amz-date", time);
        var names = String.join(";", headers.keySet());
        var canonical = method + "\n" + path + "\n\n"
                + headers.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                        .collect(Collectors.joining())
                + "\n" + names + "\n" + bodyHash;
        var day = time.substring(0, 8);
        var scope = day + "/" + region + "/s3/aws4_request";
        var toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n"
                + hex(sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        var signature = hex(hmac(signingKey(day), toSign));
        headers.put(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=" + key + "/" + scope + ",SignedHeaders=" + names + ",Signature="
                        + signature);
        headers.remove("host"); // the client sets it, and forbids setting it
        return headers;
    }

    private byte[] signingKey(String day) {
        var ofDay = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), day);
        return hmac(hmac(hmac(ofDay, region), "s3"), "aws4_request");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "S3Signature[" + region + "]";
    }
}
