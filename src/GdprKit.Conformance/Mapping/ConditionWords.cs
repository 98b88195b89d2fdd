using System.Globalization;
using GdprKit.Mapping;

namespace GdprKit.Conformance;

/// <summary>A condition in words, for who reads why a test failed. The people of the domain are nobody, so their keys can be told.</summary>
internal static class ConditionWords
{
    public static string Of(RowCondition condition) => condition switch
    {
        RowCondition.AllOf { Conditions.IsEmpty: true } => "every row",
        RowCondition.AnyOf { Conditions.IsEmpty: true } => "no row",
        RowCondition.AllOf all => $"({string.Join(" and ", all.Conditions.Select(Of))})",
        RowCondition.AnyOf any => $"({string.Join(" or ", any.Conditions.Select(Of))})",
        RowCondition.Opposite opposite => $"not {Of(opposite.Condition)}",
        RowCondition.Between between => $"{Of(between.Time)} in [{Of(between.From)}, {(between.Until is { } until ? $"{Of(until)})" : "without end)")}",
        RowCondition.BelongsTo belongs => $"belongs to {Of(belongs.Subject)}{(belongs.By is { } owner ? $" by {Of(owner)}" : "")}",
        RowCondition.HasOwner has => $"leads to somebody by {Of(has.Owner)}",
        RowCondition.HasHead head => $"is by {Of(head.Owner)} of somebody with a {head.Kind} ({string.Join(", ", head.Keys)}) "
            + $"{(head.IsOther ? "other than " : "")}in ({string.Join(", ", head.States)}), or due in ({string.Join(", ", head.StatesOnceDue)}), before {Of(head.Before)}, of version {head.FoldVersion}",
        RowCondition.Holds { Replacements.IsEmpty: true } holds => $"holds a value in one of ({Of(holds.Fields)})",
        RowCondition.Holds holds => $"holds a value in one of ({Of(holds.Fields)}), or one that was not replaced ({string.Join(", ", holds.Replacements)})",
        RowCondition.InRange range => $"{range.Property} after {Of(range.After)} through {Of(range.Through)}",
        RowCondition.HasKey has => $"({Of(has.Properties)}) is one of {string.Join(", ", has.Keys.Select(key => Of(key)))}",
        RowCondition.Meets meets => $"meets {meets.Function}",
        RowCondition.HasRelated related => $"has a {related.Entity} whose ({Of(related.There)}) is its ({Of(related.Here)}) and of which {Of(related.That)}",
        _ => condition.ToString(),
    };

    public static string Of(SubjectId subject) => $"{subject.Kind} ({string.Join(", ", subject.Key.Select(part => $"'{part}'"))})";

    public static string Of(StoreTime time) => time.Property?.ToString() ?? time.Value!.ToString();

    public static string Of(object? value) => value switch
    {
        null => "nothing",
        string text => $"'{text}'",
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        ValueList<object?> several => $"[{string.Join(", ", several.Select(Of))}]",
        _ => value.ToString() ?? "",
    };

    private static string Of(OwnerPath owner) =>
        $"{string.Concat(owner.Steps.Select(step => $"({Of(step.From)}) → {step.Entity} ({Of(step.To)}) → "))}({Of(owner.Key)}) of {owner.Kind}"
        + (owner.Condition is { } condition ? $" where {condition}" : "");

    private static string Of(ValueList<PropertyPath> paths) => string.Join(", ", paths);
}
