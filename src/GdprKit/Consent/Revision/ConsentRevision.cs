namespace GdprKit;

/// <summary>How far consents were compared with the register.</summary>
/// <param name="Compared">How many that stand were compared.</param>
/// <param name="Invalidated">How many of them were recorded as no longer valid.</param>
/// <param name="Unreadable">How many refer to a part of a register that this program cannot read; they were left as they are.</param>
public sealed record ConsentRevision(long Compared, long Invalidated, long Unreadable);
