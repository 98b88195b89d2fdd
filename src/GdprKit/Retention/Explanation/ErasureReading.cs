using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Asks a store what an erasure takes of the rows of a person, by the very conditions by which it goes, and why the rest stays.</summary>
internal sealed class ErasureReading
{
    private readonly RowExplanation _explanation;
    private readonly List<(PlannedField Planned, int Group)> _fields;
    private readonly int _groups;
    private readonly int _asked;

    public ErasureReading(PlannedEntity entity, RowExplanation explanation, RowRetention erasing)
    {
        (_explanation, _groups, _asked) = (explanation, entity.Groups.Count, explanation.Request.Conditions.Count);
        _fields = [.. entity.Groups.SelectMany((group, i) => group.Fields.Select(planned => (planned, i)))];
        Request = explanation.Request with
        {
            Conditions =
            [
                .. explanation.Request.Conditions,
                erasing.RowGoes(entity),
                .. entity.Groups.Select(group => erasing.Of(entity, group).Released(erasing.Day)),
                .. _fields.Select(field => Holding(field.Planned)),
            ],
        };
    }

    public RowRequest Request { get; }

    public ErasableRow Read(RowFacts row)
    {
        var own = row.Conditions.Skip(_asked).ToList();
        var (goes, released, holding) = (own[0], own.GetRange(1, _groups), own.GetRange(1 + _groups, _fields.Count));
        var held = _explanation.Explain(row);
        var byPath = _fields.Select((field, i) => (field.Planned, IsReleased: released[field.Group], HoldsValue: holding[i])).ToDictionary(field => field.Planned.Field.Property.Path);
        return new ErasableRow(held, goes, held.Fields.Select(field =>
        {
            var (planned, isReleased, holdsValue) = byPath[field.Property];
            return new ErasableField(field, planned, holdsValue, isReleased);
        }).ToValueList());
    }

    // What was replaced is not there any more.
    private static RowCondition.Holds Holding(PlannedField planned)
    {
        var path = planned.Field.Property.Path;
        return planned is { Disposal: FieldDisposal.Replaced, Replacement: { } by }
            ? new RowCondition.Holds([]) { Replacements = [new FieldReplacement(path, by) { IsDeclared = planned.Field.ReplacedBy is not null }] }
            : new RowCondition.Holds([path]);
    }
}
