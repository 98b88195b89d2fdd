namespace GdprKit.Ledger;

/// <summary>
/// What keeps something from going: streams about the person whom it is about, and streams about nobody in particular that are about a thing it is part of, as a hold on a category. A head of such a stream that is not in a
/// state that releases keeps it, and so does one that a program of another version wrote: uncertain means protected.
/// </summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record StreamShield
{
    private StreamShield(ValueList<ShieldingStreams> streams, IEnumerable<StreamKey> scopes) => (Streams, Scopes) = (streams, scopes.Distinct().Order().ToValueList());

    /// <summary>Nothing keeps anything.</summary>
    public static StreamShield None { get; } = new([], []);

    /// <summary>The streams that shield.</summary>
    public ValueList<ShieldingStreams> Streams { get; }

    /// <summary>The keys of those about nobody in particular that are about what is to go. Ordered.</summary>
    public ValueList<StreamKey> Scopes { get; }

    /// <summary>The shield that a program knows.</summary>
    /// <param name="folds">The folds of the program; those that are no shield are left out.</param>
    /// <param name="scopes">The keys of streams about nobody in particular that are about what is to go.</param>
    public static StreamShield Of(IEnumerable<StreamFold> folds, params IEnumerable<StreamKey> scopes) => Of(ShieldingStreams.Of(folds), scopes);

    /// <summary>A shield of named streams.</summary>
    /// <param name="streams">The streams.</param>
    /// <param name="scopes">The keys of streams about nobody in particular that are about what is to go.</param>
    public static StreamShield Of(ValueList<ShieldingStreams> streams, params IEnumerable<StreamKey> scopes) => new(streams, scopes);

    /// <summary>Whether a stream keeps something from going: what is about the same person, or everything when it is about nobody in particular.</summary>
    /// <param name="head">What the stream has come to.</param>
    public bool IsShielding(StreamHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return Streams.Any(streams => streams.IsShielding(head)) && (!head.Stream.Subject.IsNone || Scopes.Contains(head.Stream.Key));
    }

    /// <summary>The kinds of the streams.</summary>
    public override string ToString() => string.Join(", ", Streams.Select(streams => streams.Kind));
}
