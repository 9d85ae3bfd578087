package terrace.web.pages;

/** How somebody wants to see the site; chosen once, kept in a cookie, applied by the server. */
public record Appearance(boolean elder, boolean highContrast) {
    public static Appearance read(String cookie) {
        return new Appearance(cookie.contains("e"), cookie.contains("c"));
    }

    /** As kept in the cookie, and as part of a cached page's key. */
    public String write() {
        return (elder ? "e" : "") + (highContrast ? "c" : "");
    }
}
