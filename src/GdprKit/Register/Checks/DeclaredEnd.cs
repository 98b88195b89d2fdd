namespace GdprKit;

/// <summary>One of the ends that the term of a rule is made of, with where it stands.</summary>
internal sealed record DeclaredEnd(string Path, RetentionTerm.After End);
