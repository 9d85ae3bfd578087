package terrace.web.pages;

/** Keeps redirects that somebody else can influence inside this site. */
public final class Redirects {
    private static final int LENGTH_MAX = 500;

    private Redirects() {}

    /** Whether it is a path of this site, and not a way to another that looks like one. */
    public static boolean inside(String path) {
        return path.startsWith("/")
                && path.length() <= LENGTH_MAX
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
    }
}
