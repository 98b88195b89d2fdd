using NodaTime;

namespace GdprKit.Ledger;

/// <summary>Which heads. Every condition that is given must be met.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record HeadFilter
{
    private HeadFilter()
    {
    }

    /// <summary>The kind of the streams; <c>default</c> for every kind.</summary>
    public StreamKind Kind { get; private init; }

    /// <summary>About whom; <see langword="null"/> for anybody and nobody, <see cref="SubjectRef.None"/> for nobody.</summary>
    public SubjectRef? Subject { get; init; }

    /// <summary>The key of the streams; <see langword="null"/> for every key.</summary>
    public StreamKey? Key { get; init; }

    /// <summary>The states, any of which will do; empty for every state.</summary>
    public ValueList<StreamStatus> Statuses { get; init; } = [];

    /// <summary>They are due, and before this instant; <see langword="null"/> for due or not.</summary>
    public Instant? DueBefore { get; init; }

    /// <summary>They have been in their state since before this instant; <see langword="null"/> for ever so long.</summary>
    public Instant? SinceBefore { get; init; }

    /// <summary>They were folded by a version below this one; <see langword="null"/> for every version.</summary>
    public int? FoldedBelow { get; init; }

    /// <summary>The heads of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentException">GDPR1123: the kind is missing.</exception>
    public static HeadFilter Of(StreamKind kind) => kind.IsDefault
        ? throw new ArgumentException($"{LedgerMessages.QueryUnbounded}: heads are asked for without a kind and without a person. Name one of the two.", nameof(kind))
        : new HeadFilter { Kind = kind };

    /// <summary>The heads about a person, of every kind.</summary>
    /// <param name="subject">The person.</param>
    /// <exception cref="ArgumentException">GDPR1123: the person is missing.</exception>
    public static HeadFilter About(SubjectRef subject) => subject.IsNone
        ? throw new ArgumentException($"{LedgerMessages.QueryUnbounded}: heads are asked for without a kind and without a person. Name one of the two.", nameof(subject))
        : new HeadFilter { Subject = subject };

    /// <summary>Whether a head meets the conditions; what a database must make a statement of.</summary>
    /// <param name="head">The head.</param>
    public bool Matches(StreamHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return (Kind.IsDefault || head.Stream.Kind == Kind)
            && (Subject is null || head.Stream.Subject == Subject)
            && (Key is null || head.Stream.Key == Key)
            && (Statuses.IsEmpty || Statuses.Contains(head.Index.Status))
            && (DueBefore is null || head.Index.Due < DueBefore)
            && (SinceBefore is null || head.Index.Since < SinceBefore)
            && (FoldedBelow is null || head.FoldVersion < FoldedBelow);
    }

    /// <summary>The kind; person and key are withheld.</summary>
    public override string ToString() => Kind.IsDefault ? "heads about a person" : $"{Kind} heads";
}
