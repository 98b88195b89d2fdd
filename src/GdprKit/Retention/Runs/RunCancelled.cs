namespace GdprKit.Retention;

/// <summary>Somebody ended it.</summary>
/// <param name="By">Who.</param>
internal sealed record RunCancelled(Key<Operator> By);
