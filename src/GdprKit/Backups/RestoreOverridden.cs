namespace GdprKit.Backups;

/// <summary>Somebody took upon himself that the application goes on with an older copy. Why is among the details.</summary>
/// <param name="By">Who.</param>
/// <param name="To">How many entries the mirror had: once it has more, another copy was restored, of which this says nothing.</param>
internal sealed record RestoreOverridden(Key<Operator> By, long To);
