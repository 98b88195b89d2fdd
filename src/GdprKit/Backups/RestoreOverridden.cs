namespace GdprKit.Backups;

/// <summary>Somebody took upon himself that the application goes on with an older copy. Why is among the details.</summary>
/// <param name="By">Who.</param>
internal sealed record RestoreOverridden(Key<Operator> By);
