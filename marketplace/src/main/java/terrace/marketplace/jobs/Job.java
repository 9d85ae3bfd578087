package terrace.marketplace.jobs;

import java.time.Duration;

/**
 * Work done again and again, by one node at a time. The work bounds itself: it does a limited piece and comes back.
 *
 * @param name unique, in kebab case
 * @param every the pause between the end of one run and the start of the next, in real time
 */
public record Job(String name, Duration every, Runnable work) {}
