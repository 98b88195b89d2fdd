using GdprKit.Ledger;

namespace GdprKit.Retention;

/// <summary>
/// What keeps rows from going: streams of the ledger, about a person whose row it is or about what the row holds. A head of such a stream
/// that is not in a state that releases keeps the row, and so does one that a program of another version wrote: uncertain means protected.
/// </summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record RowShield
{
    private RowShield(ValueList<ShieldingStreams> streams, ValueList<StreamKey> scopes) => (Streams, Scopes) = (streams, scopes);

    /// <summary>The streams that shield, ordered by kind.</summary>
    public ValueList<ShieldingStreams> Streams { get; }

    /// <summary>The keys of those about nobody in particular that are about these rows: their entity, what their fields hold. Ordered.</summary>
    public ValueList<StreamKey> Scopes { get; }

    /// <summary>The shield that a program knows.</summary>
    /// <param name="folds">The folds of the program; those that are no shield are left out.</param>
    /// <param name="scopes">The keys of streams about nobody in particular that are about the rows.</param>
    public static RowShield Of(IEnumerable<StreamFold> folds, params IEnumerable<StreamKey> scopes) => new(
        folds.Where(fold => fold.IsShield).OrderBy(fold => fold.Kind).Select(fold => new ShieldingStreams(fold.Kind, fold.Version, fold.ReleasedIn)).ToValueList(),
        scopes.Distinct().Order().ToValueList());

    /// <summary>Whether a stream keeps rows from going.</summary>
    /// <param name="head">What the stream has come to.</param>
    public bool IsShielding(StreamHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return Streams.Any(streams => streams.Kind == head.Stream.Kind && !(streams.FoldVersion == head.FoldVersion && streams.ReleasedIn.Contains(head.Index.Status)))
            && (head.Stream.Subject != SubjectRef.None || Scopes.Contains(head.Stream.Key));
    }

    /// <summary>The kinds of the streams.</summary>
    public override string ToString() => string.Join(", ", Streams.Select(streams => streams.Kind));
}
