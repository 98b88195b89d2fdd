namespace GdprKit;

/// <summary>A question of many that are asked together.</summary>
/// <param name="Subject">The person.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Use">What is to be done; <see langword="null"/> for <see cref="ProcessingUse.Ordinary"/>.</param>
public sealed record ProcessingQuestion(SubjectId Subject, Key<ProcessingActivity> Activity, ProcessingUse? Use = null)
{
    /// <summary>The activity; the person is withheld.</summary>
    public override string ToString() => Activity.ToString();
}
