namespace GdprKit.Backups;

/// <summary>A replay began, or began again.</summary>
/// <param name="By">Who had it done.</param>
/// <param name="From">How many entries the copy had in common with the mirror.</param>
/// <param name="To">How many the mirror had.</param>
internal sealed record RestoreBegun(Key<Operator> By, long From, long To);
