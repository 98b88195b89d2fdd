namespace GdprKit.Mapping;

/// <summary>A declaration with the mark before it.</summary>
/// <param name="Value">The declaration.</param>
/// <param name="Mark">The mark; <see langword="null"/> where the declaration only says what something is called that is marked elsewhere.</param>
internal sealed record Marked<T>(T Value, Mark? Mark = null);
