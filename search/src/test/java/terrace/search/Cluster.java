package terrace.search;

/** What must hold on every Elasticsearch, be it the embedded node or a cluster somebody else looks after. */
public final class Cluster {
    /** The tag of the tests to run against a cluster named by its address; README says how. */
    public static final String CONTRACT = "cluster-contract";

    private Cluster() {}
}
