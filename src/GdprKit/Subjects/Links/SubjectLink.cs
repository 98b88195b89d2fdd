using NodaTime;

namespace GdprKit.Subjects;

/// <summary>Who a ref of the ledger is.</summary>
/// <param name="Subject">The person, as the application knows one.</param>
/// <param name="Ref">The person in the ledger.</param>
/// <param name="LinkedAt">When the link was made, in microseconds.</param>
public sealed record SubjectLink(SubjectId Subject, SubjectRef Ref, Instant LinkedAt)
{
    /// <summary>How far the clocks of the application and of its database may be apart: 5 minutes.</summary>
    public static Duration ClockTolerance { get; } = Duration.FromMinutes(5);

    /// <summary>Whether an instant lies so far ahead of now that it is not one of another clock: the one rule for what is said to have happened.</summary>
    internal static bool LiesAhead(Instant at, Instant now) => at - now > ClockTolerance;

    /// <summary>
    /// Whether the link was made before its row came: then it was made for somebody else, whose row is gone and whose key was issued
    /// again. Such a link must not be used.
    /// </summary>
    /// <param name="arrived">
    /// When the row came, by the date that the map declares for it; of a date without a time its first moment. Later by
    /// <see cref="ClockTolerance"/> or less is not later.
    /// </param>
    public bool IsOlderThanRow(Instant arrived) => arrived - LinkedAt > ClockTolerance;

    /// <summary>The kind of the person; key and ref are withheld.</summary>
    public override string ToString() => Subject.ToString();
}
