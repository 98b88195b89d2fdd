using System.Globalization;

namespace GdprKit.Ledger;

/// <summary>What came of a comparison of the ledger in the database with its mirror.</summary>
/// <remarks>Immutable. It names nobody. Safe for use by several threads.</remarks>
public sealed record MirrorStanding
{
    /// <summary>How they stand to each other.</summary>
    public required MirrorState State { get; init; }

    /// <summary>How many entries have a position in the database.</summary>
    public required long Size { get; init; }

    /// <summary>How many of them the database knows to be in the mirror.</summary>
    public required long KnownMirrored { get; init; }

    /// <summary>How many entries the mirror holds; <see langword="null"/> when it could not be asked.</summary>
    public long? MirrorSize { get; init; }

    /// <summary>What the mirror said where it could not be used; <see langword="null"/> otherwise.</summary>
    public LedgerException? Fault { get; init; }

    /// <summary>Whether entries can be put in order: not in a database that has lost some, where they would get positions that others have.</summary>
    public bool CanOrder => State is not (MirrorState.Unknown or MirrorState.Behind or MirrorState.Diverged);

    /// <summary>Whether entries can be brought to the mirror.</summary>
    public bool CanMirror => State is MirrorState.Level or MirrorState.Ahead;

    /// <summary>Whether an operator has to do something.</summary>
    public bool NeedsAttention => State is not (MirrorState.Unknown or MirrorState.NotKept or MirrorState.Level or MirrorState.Ahead);

    /// <summary>What is wrong and what to do, as an exception to throw; <see langword="null"/> where nothing is.</summary>
    public LedgerException? ToException() => State switch
    {
        MirrorState.Behind => LedgerException.DatabaseBehind(Size, MirrorSize ?? 0),
        MirrorState.Diverged => LedgerException.DatabaseDiverged(),
        MirrorState.Foreign => LedgerException.MirrorForeign(),
        MirrorState.Missing => LedgerException.MirrorMissing(MirrorSize ?? 0, KnownMirrored),
        _ => Fault,
    };

    /// <summary>The state and the sizes.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{State}: {Size} in the database, {MirrorSize?.ToString(CultureInfo.InvariantCulture) ?? "?"} in the mirror");
}
