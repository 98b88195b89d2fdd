using NodaTime;

namespace GdprKit.Backups;

/// <summary>Backups of a set are kept longer than its rotation says. Why is among the details.</summary>
/// <param name="MadeFrom">The day on which the first of them was made.</param>
/// <param name="GoneBy">The day on which the last of them is gone at the latest.</param>
/// <param name="By">Who recorded it.</param>
internal sealed record BackupsDelayed(LocalDate MadeFrom, LocalDate GoneBy, Key<Operator> By);
