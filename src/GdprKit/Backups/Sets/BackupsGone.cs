using GdprKit.Ledger;

namespace GdprKit.Backups;

/// <summary>Backups that were kept longer are gone, before the day that was said.</summary>
/// <param name="Delay">Which.</param>
/// <param name="By">Who recorded it.</param>
internal sealed record BackupsGone(EntryId Delay, Key<Operator> By);
