namespace GdprKit;

/// <summary>What came of a call of <see cref="ErasureRunner"/>.</summary>
/// <param name="Orders">For how many orders something was done, or tried.</param>
/// <param name="IsElsewhere">Whether another instance is at it.</param>
public sealed record ErasureRound(int Orders, bool IsElsewhere);
