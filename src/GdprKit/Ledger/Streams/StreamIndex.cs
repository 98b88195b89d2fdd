using NodaTime;

namespace GdprKit.Ledger;

/// <summary>By what the head of a stream is found.</summary>
/// <param name="Status">The state in one word.</param>
/// <param name="Since">Since when it is in that state. Where the state is an end, evidence is kept from then on.</param>
/// <param name="Due">When somebody must do something, or <see langword="null"/>: a review, a deadline, an end to come.</param>
public sealed record StreamIndex(StreamStatus Status, Instant Since, Instant? Due = null);
