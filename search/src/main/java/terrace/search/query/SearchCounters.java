package terrace.search.query;

/**
 * What searching did since this process started.
 *
 * @param fromIndex searches answered by Elasticsearch
 * @param fromDatabase searches answered by PostgreSQL instead
 * @param failures requests Elasticsearch failed or was too slow for
 */
public record SearchCounters(long fromIndex, long fromDatabase, long failures) {}
