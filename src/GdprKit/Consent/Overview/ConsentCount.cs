namespace GdprKit;

/// <summary>How many people are in a state of consent.</summary>
/// <param name="Status">The state.</param>
/// <param name="People">How many, one or more.</param>
public sealed record ConsentCount(ConsentStatus Status, long People);
