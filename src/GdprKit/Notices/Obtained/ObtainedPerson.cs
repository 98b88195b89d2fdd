using NodaTime;

namespace GdprKit;

/// <summary>Somebody whose data come from somebody else, and who was not told of any version of the notice yet.</summary>
/// <remarks>
/// Who obtains data elsewhere tells the person at the latest within one month (Art. 14(3)(a)). Days are those of the controller, and the last one is the same day
/// of the next month, or the last day of that month where it has no such day: of 31 January 28 February. It is not moved when it falls on a weekend or a
/// holiday, as Regulation (EEC, Euratom) No 1182/71, Art. 3(4) would allow, because nobody is wronged by being told earlier. Immutable. Safe for
/// use by several threads.
/// </remarks>
/// <param name="Subject">The person.</param>
/// <param name="ObtainedOn">The day on which the data were obtained, as the map declares it (<c>Arrived</c>); <see langword="null"/> when nothing says it.</param>
public sealed record ObtainedPerson(SubjectId Subject, LocalDate? ObtainedOn)
{
    private static readonly Period Month = Period.FromMonths(1);

    /// <summary>The last day on which the person may be told; <see langword="null"/> when nobody knows when the data were obtained.</summary>
    public LocalDate? DueOn => ObtainedOn?.Plus(Month);

    /// <summary>Whether that day has passed.</summary>
    /// <param name="today">Today, where the controller is.</param>
    public bool IsOverdue(LocalDate today) => DueOn < today;

    /// <summary>The kind of the person; the key is withheld.</summary>
    public override string ToString() => Subject.ToString();
}
