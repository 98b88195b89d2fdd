using GdprKit.Mapping;
using GdprKit.Retention;

namespace GdprKit;

/// <summary>
/// Fields of an entity that the same activities need, by the same rules and about the same people: they become due together.
/// </summary>
public sealed record FieldGroup
{
    /// <summary>The fields, ordered by path; one or more.</summary>
    public required ValueList<PlannedField> Fields { get; init; }

    /// <summary>The activities that can need them, ordered by key; none when no activity about these people uses what they hold.</summary>
    public required ValueList<PlannedActivity> Activities { get; init; }

    /// <summary>What the fields hold, ordered by key.</summary>
    public ValueList<Key<DataCategory>> Categories => Fields.Select(planned => planned.Field.Category).Distinct().Order().ToValueList();

    /// <summary>Those that are emptied while the row stays.</summary>
    public ValueList<PropertyPath> Emptied => Fields.Where(planned => planned.Disposal is FieldDisposal.Emptied).Select(planned => planned.Field.Property.Path).ToValueList();

    /// <summary>Those whose values are replaced while the row stays, each with what takes their place.</summary>
    public ValueList<FieldReplacement> Replacements => (
        from planned in Fields
        where planned.Disposal is FieldDisposal.Replaced && planned.Replacement is not null
        select new FieldReplacement(planned.Field.Property.Path, planned.Replacement!) { IsDeclared = planned.Field.ReplacedBy is not null }).ToValueList();

    /// <summary>What becomes of the fields while the row stays.</summary>
    internal RowChange.Empty Change => new(Emptied) { Replacements = Replacements };

    /// <summary>Those whose values go while the row stays: emptied or replaced; none when they all go with the row.</summary>
    internal ValueList<PropertyPath> Changing => Fields.Select(planned => planned.Field.Property.Path).Where(Change.Takes).ToValueList();

    /// <summary>Those that cannot be empty, and whose values nothing that is known can replace; they stay as long as the row.</summary>
    internal IEnumerable<PlannedField> Irreplaceable => Fields.Where(planned => planned is { Disposal: FieldDisposal.Replaced, Replacement: null });

    /// <summary>About which of the row's owners they are.</summary>
    public ValueList<OwnerPath> Whose => Fields[0].Field.Whose;

    /// <summary>Every event from which a period runs, ordered by key.</summary>
    public ValueList<Key<RetentionEvent>> Events =>
        Activities.SelectMany(activity => activity.Rules).SelectMany(rule => TermEvents.Of(rule.Term)).Distinct().Order().ToValueList();
}
