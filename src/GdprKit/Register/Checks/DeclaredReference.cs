namespace GdprKit;

/// <summary>An event that a rule refers to, with where it does.</summary>
internal sealed record DeclaredReference(string Path, Key<RetentionEvent> Event);
