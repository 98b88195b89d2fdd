namespace GdprKit.Retention;

/// <summary>Somebody else approved it as well.</summary>
/// <param name="By">Who.</param>
internal sealed record RunConfirmed(Key<Operator> By);
