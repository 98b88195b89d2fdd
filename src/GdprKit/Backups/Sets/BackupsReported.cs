using NodaTime;

namespace GdprKit.Backups;

/// <summary>A script told which backups of a set there are.</summary>
/// <param name="Oldest">When the oldest was made; <see langword="null"/> when there is none.</param>
/// <param name="Newest">When the newest was made.</param>
/// <param name="Count">How many there are.</param>
internal sealed record BackupsReported(Instant? Oldest, Instant? Newest, int Count);
