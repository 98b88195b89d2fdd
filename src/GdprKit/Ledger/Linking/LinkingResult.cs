namespace GdprKit;

/// <summary>How far the linking of all people has come.</summary>
/// <param name="IsFinished">Whether everybody was looked at; else another instance is at it, and goes on.</param>
/// <param name="Linked">How many were linked since it began, also by runs that were interrupted.</param>
/// <param name="Unlinkable">How many have a key that is too long or has an empty part.</param>
public sealed record LinkingResult(bool IsFinished, long Linked, long Unlinkable);
