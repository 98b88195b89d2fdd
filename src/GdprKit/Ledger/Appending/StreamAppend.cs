namespace GdprKit.Ledger;

/// <summary>What is added to one stream.</summary>
/// <remarks>
/// Without entries only the head is written: anew, by a fold of a higher version; or before the first entry, to claim a stream that
/// does not exist yet, as a delivery that is about to be sent. What a claim says is in no entry, so it is gone when the head is.
/// Immutable. Safe for use by several threads.
/// </remarks>
/// <param name="ExpectedVersion">
/// The version that the stream must have: that of its last entry, 0 when it has none, <see cref="Absent"/> when not even a head may be there.
/// </param>
/// <param name="Entries">The entries, in order; may be none.</param>
/// <param name="Head">The head after them; of version 0 for a claim.</param>
public sealed record StreamAppend(long ExpectedVersion, ValueList<LedgerEntry> Entries, StreamHead Head)
{
    /// <summary>The expected version of a stream that must have neither entries nor a head: -1, which no stream has.</summary>
    public const long Absent = -1;

    /// <summary>Which stream.</summary>
    public StreamId Stream => Head.Stream;

    /// <summary>Whether the stream keeps data from going (<see cref="StreamFold.IsShield"/>).</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsShield { get; init; }

    /// <summary>
    /// Whether the stream has the expected version: the rule that every store follows, in one place. A database needs no more than the
    /// head's version to be equal to the expected one where there is a head, and where there is none a version of 0 or -1.
    /// </summary>
    /// <param name="standing">The head that is stored, or <see langword="null"/>.</param>
    public bool Fits(StreamHead? standing) => standing is null ? ExpectedVersion <= 0 : standing.Version == ExpectedVersion;

    /// <summary>The kind and the version.</summary>
    public override string ToString() => Head.ToString();
}
