namespace GdprKit.Backups;

/// <summary>Another replay took the place of one that was not finished.</summary>
internal sealed record RestoreSuperseded;
