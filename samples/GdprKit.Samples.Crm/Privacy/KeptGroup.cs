namespace GdprKit.Samples.Crm.Privacy;

/// <summary>Fields that are kept for the same activities until the same day, of one row or of several.</summary>
/// <param name="Fields">The fields, one or more.</param>
public sealed record KeptGroup(ValueList<KeptField> Fields)
{
    /// <summary>Until when and why: that of the first field speaks for all.</summary>
    public FieldRetention Retention => Fields[0].Retention;

    /// <summary>The names of the fields, each once.</summary>
    public IEnumerable<PropertyPath> Properties => Fields.Select(kept => kept.Property).Distinct();

    /// <summary>The keys of the rows.</summary>
    public IEnumerable<object?> Keys => Fields.Select(kept => kept.Row.Key[0]).Distinct();

    public static IEnumerable<KeptGroup> Of(IEnumerable<KeptField> fields) => fields
        .GroupBy(field => (
            field.Retention.FirstDeletable,
            Activities: field.Retention.Activities.Select(activity => activity.Activity).ToValueList(),
            Unresolved: field.Retention.Unresolved.Select(outcome => outcome.Activity).ToValueList()))
        .OrderBy(same => same.Key.FirstDeletable ?? NodaTime.LocalDate.MaxIsoValue)
        .Select(same => new KeptGroup(same.ToValueList()));
}
