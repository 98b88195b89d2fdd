namespace GdprKit;

/// <summary>An activity that needs the fields of a group.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Rules">Its rules about these fields, those before the last phase first; one or more.</param>
/// <param name="Then">
/// What happens when it no longer needs them. Where its rules say different things, what leaves most standing: the row stays, its
/// values go. Never <see cref="DisposalAction.Archive"/>: that comes before the end.
/// </param>
public sealed record PlannedActivity(ProcessingActivity Activity, ValueList<RetentionRule> Rules, DisposalAction Then)
{
    /// <summary>Whether the data are only archived at some time before they go.</summary>
    public bool Archives => Rules.Any(rule => rule is { Then: DisposalAction.Archive, Term: not RetentionTerm.Indefinitely });
}
