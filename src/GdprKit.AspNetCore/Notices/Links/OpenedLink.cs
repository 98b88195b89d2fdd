namespace GdprKit;

/// <summary>A link that this application made.</summary>
/// <param name="Person">The person in the ledger.</param>
/// <param name="Version">The version of which the person was told.</param>
/// <param name="Language">The language of the mail.</param>
/// <param name="IsExpired">Whether its time is over.</param>
internal sealed record OpenedLink(SubjectRef Person, Digest Version, Language Language, bool IsExpired);
