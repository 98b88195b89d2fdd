using NodaTime;

namespace GdprKit;

/// <summary>An objection that ended an activity: one that was upheld, or any against direct marketing (Art. 21(1), 21(3)).</summary>
/// <param name="Activity">The activity.</param>
/// <param name="On">The day on which it ended, in the controller's zone.</param>
public sealed record UpheldObjection(Key<ProcessingActivity> Activity, LocalDate On)
{
    // The first and the last day of the calendar stand for no day: nobody is taken to have objected, which keeps the data.
    internal LocalDate? End => On > RetentionFacts.NoDay && On < LocalDate.MaxIsoValue ? On : null;
}
