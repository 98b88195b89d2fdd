namespace GdprKit.Retention;

/// <summary>Somebody let it go on.</summary>
/// <param name="By">Who.</param>
internal sealed record RunResumed(Key<Operator> By);
