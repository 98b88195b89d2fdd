namespace GdprKit;

/// <summary>What a link carries by which one person says to have read a version.</summary>
/// <param name="Person">The person in the ledger.</param>
/// <param name="Version">The version.</param>
/// <param name="Language">The language of the mail.</param>
/// <param name="Until">Until when it serves, in microseconds of the Unix epoch.</param>
internal sealed record SealedLink(string Person, string Version, string Language, long Until);
