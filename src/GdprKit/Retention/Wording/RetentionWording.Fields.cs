using NodaTime;

namespace GdprKit;

/// <content>How long a field is kept, over everything it is used for.</content>
public abstract partial class RetentionWording
{
    /// <summary>
    /// Explains to a person how long a field is kept: first what that means, then each activity that uses it, with its basis, until when,
    /// by which rule and how the day was found; the one that needs it longest first.
    /// </summary>
    /// <param name="retention">What each activity that applies says of the field.</param>
    /// <param name="register">The register that declares the activities and their rules.</param>
    /// <returns>Texts of one or more sentences: one that concludes, and one per activity. With no activity only the first.</returns>
    public ValueList<string> Explain(FieldRetention retention, ProcessingRegister register)
    {
        ArgumentNullException.ThrowIfNull(retention);
        ArgumentNullException.ThrowIfNull(register);
        return
        [
            Conclusion(retention),
            .. retention.Activities
                .OrderByDescending(activity => activity.Deciding.FirstDeletable ?? LocalDate.MaxIsoValue)
                .ThenBy(activity => activity.Activity)
                .Select(activity => Explain(activity, register)),
        ];
    }

    /// <summary>What all rules about a field mean together; where no activity is about it, that nobody knows when it may go.</summary>
    /// <param name="retention">What each activity that applies says of the field.</param>
    public string Conclusion(FieldRetention retention)
    {
        ArgumentNullException.ThrowIfNull(retention);
        return retention.Deciding is { } deciding ? Conclusion(deciding) : NobodyKnows;
    }

    /// <summary>Why an activity keeps a field, and until when: the activity, its basis, the rule, every step, what stands in the way.</summary>
    /// <param name="retention">What the activity says of the field.</param>
    /// <param name="register">The register that declares the activity.</param>
    public string Explain(ActivityRetention retention, ProcessingRegister register)
    {
        ArgumentNullException.ThrowIfNull(retention);
        ArgumentNullException.ThrowIfNull(register);
        var activity = register.Activities[retention.Activity];
        var (outcome, name) = (retention.Deciding, Words.Text(activity.Name));
        var needed = outcome.FirstDeletable is { } free ? NeededUntil(name, Words.Name(activity.Basis), free.PlusDays(-1)) : NeededFor(name, Words.Name(activity.Basis));
        return string.Join(' ', [
            needed,
            .. retention.Archiving.Select(phase => phase.Release?.Day).OfType<LocalDate>().Select(ArchivedFrom),
            .. Explain(outcome, register).Skip(1),
        ]);
    }

    /// <summary>That no activity is about a field, so that nobody knows when it may go, and that it is kept until then.</summary>
    protected abstract string NobodyKnows { get; }

    /// <summary>Until when an activity needs a field: "Voor “Facturen” (wettelijke verplichting) is dit nodig tot en met 31 december 2032."</summary>
    /// <param name="activity">The name of the activity.</param>
    /// <param name="basis">Its lawful basis.</param>
    /// <param name="lastDay">The last day on which it is needed, which may lie in the past.</param>
    protected abstract string NeededUntil(string activity, string basis, LocalDate lastDay);

    /// <summary>That an activity uses a field, and no day is known: "Dit hoort bij “Nieuwsbrief” (toestemming)."</summary>
    /// <param name="activity">The name of the activity.</param>
    /// <param name="basis">Its lawful basis.</param>
    protected abstract string NeededFor(string activity, string basis);

    /// <summary>From when a field is only archived.</summary>
    /// <param name="day">The first day on which it is out of daily use.</param>
    protected abstract string ArchivedFrom(LocalDate day);
}
