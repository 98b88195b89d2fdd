namespace GdprKit;

/// <summary>What a cookie carries about one person and one material version: until when it is not shown again.</summary>
/// <param name="Version">The digest of the material version.</param>
/// <param name="Until">Until when, in microseconds of the Unix epoch.</param>
internal sealed record SealedGate(string Version, long Until);
