namespace GdprKit.Retention;

/// <summary>It is stopped for a while.</summary>
/// <param name="By">Who stopped it; <see langword="null"/> when a restore did, after which it is not known whose rows have to stay.</param>
internal sealed record RunPaused(Key<Operator>? By);
