namespace GdprKit.Ledger;

/// <summary>Streams of one kind that keep something from going, as holds do.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="FoldVersion">The version of the fold that this program knows; heads of another one shield.</param>
/// <param name="ReleasedIn">The states in which a stream keeps nothing any more.</param>
public sealed record ShieldingStreams(StreamKind Kind, int FoldVersion, ValueList<StreamStatus> ReleasedIn)
{
    /// <summary>Those that a program knows, ordered by kind.</summary>
    /// <param name="folds">The folds of the program; those that are no shield are left out.</param>
    public static ValueList<ShieldingStreams> Of(IEnumerable<StreamFold> folds)
    {
        ArgumentNullException.ThrowIfNull(folds);
        return folds.Where(fold => fold.IsShield).OrderBy(fold => fold.Kind).Select(fold => new ShieldingStreams(fold.Kind, fold.Version, fold.ReleasedIn)).ToValueList();
    }

    /// <summary>Whether a stream is one of them and shields: its state releases nothing, or another version wrote it, so that nobody can tell. Uncertain means protected.</summary>
    /// <param name="head">What the stream has come to.</param>
    public bool IsShielding(StreamHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return head.Stream.Kind == Kind && !(head.FoldVersion == FoldVersion && ReleasedIn.Contains(head.Index.Status));
    }
}
