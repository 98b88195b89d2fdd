namespace GdprKit.Mapping;

/// <summary>A proposed activity.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Why">Why it is proposed, or what of it is still to be said.</param>
/// <param name="Periods">Why data are kept for so long, for each of its rules in their order.</param>
internal sealed record ActivityDraft(ProcessingActivity Activity, Mark Why, params ValueList<Mark> Periods);
