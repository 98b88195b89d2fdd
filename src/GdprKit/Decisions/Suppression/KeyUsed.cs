namespace GdprKit.Decisions;

/// <summary>The facts of the entry that addresses are listed under a key from now on.</summary>
/// <param name="Fingerprint">What the key makes of a fixed text.</param>
internal sealed record KeyUsed(Digest Fingerprint);
