package licet.ingest.hub;

/** A value beside the raw answer that it was read from, so that the answer itself can be kept as evidence. */
public record Answer<T>(T value, Payload raw) {}
