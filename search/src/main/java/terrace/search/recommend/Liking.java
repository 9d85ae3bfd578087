package terrace.search.recommend;

/** What somebody's own signals said of them when it was asked: for one request, and thrown away. */
public final class Liking {
    private final Interest interest;

    Liking(Interest interest) {
        this.interest = interest;
    }

    Interest interest() {
        return interest;
    }
}
