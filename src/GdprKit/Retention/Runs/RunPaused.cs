namespace GdprKit.Retention;

/// <summary>Somebody stopped it for a while.</summary>
/// <param name="By">Who.</param>
internal sealed record RunPaused(Key<Operator> By);
