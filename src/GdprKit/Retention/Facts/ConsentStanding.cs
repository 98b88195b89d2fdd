using NodaTime;

namespace GdprKit;

/// <summary>A consent that was given to an activity.</summary>
/// <param name="Activity">The activity that rests on it.</param>
/// <param name="EndedOn">
/// The day on which it was withdrawn or expired, in the controller's zone; <see langword="null"/> while it stands.
/// </param>
public sealed record ConsentStanding(Key<ProcessingActivity> Activity, LocalDate? EndedOn)
{
    // The first and the last day of the calendar stand for no day: the consent is taken to stand, which keeps the data.
    internal LocalDate? End => EndedOn > RetentionFacts.NoDay && EndedOn < LocalDate.MaxIsoValue ? EndedOn : null;
}
