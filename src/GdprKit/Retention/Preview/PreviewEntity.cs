using GdprKit.Documents;

namespace GdprKit.Retention;

/// <summary>Shows the numbers of one entity: what is due, what happens then, what still needs it, since when, and which rows for example.</summary>
internal sealed class PreviewEntity
{
    private readonly ReportSource _source;
    private readonly PreviewTexts _texts;

    public PreviewEntity(EntityPreview preview, ReportSource source, PreviewTexts texts)
    {
        (Preview, _source, _texts) = (preview, source, texts);
        Planned = source.Entity(preview.Store, preview.Entity);
        Groups = preview.Groups.Select(group => (group, ReportSource.Group(Planned, group.Fields))).ToList();
    }

    public EntityPreview Preview { get; }

    public PlannedEntity Planned { get; }

    /// <summary>The groups, each with what the plan says of it.</summary>
    public IReadOnlyList<(GroupPreview Preview, FieldGroup Planned)> Groups { get; }

    /// <summary>Which data go from how many rows that stay.</summary>
    public IEnumerable<(GroupPreview Group, long Rows)> Emptied =>
        from fields in Groups
        where fields.Planned.Fields.Any(planned => planned.Disposal is not FieldDisposal.WithRow) && fields.Preview.InRowsThatStay > 0
        select (fields.Preview, fields.Preview.InRowsThatStay);

    public ValueList<InlineText> InShort() =>
    [
        _source.Names.Title(Planned),
        _source.Number(Preview.Rows),
        _source.Number(Preview.RowsToGo),
        OverviewBlocks.Lines(Emptied
            .Select(each => (InlineText)$"{_source.Words.AsHeading(_source.Names.Categories(each.Group.Categories))}: {_source.Number(each.Rows)}")) is { IsEmpty: false } lines ? lines : PreviewTexts.Nothing,
    ];

    public DocumentSection Section(SectionId id) => new(id, _source.Names.Title(Planned))
    {
        Blocks =
        [
            new DocumentBlock.Paragraph(_texts.RowsAndGoing(_source.Number(Preview.Rows), _source.Number(Preview.RowsToGo))),
            .. Preview.RowsOnHold > 0 ? [new DocumentBlock.Paragraph(_texts.OnHold(_source.Number(Preview.RowsOnHold)))] : Array.Empty<DocumentBlock>(),
            .. Preview.RowsIntoArchive > 0 ? [new DocumentBlock.Paragraph(_texts.IntoArchive(_source.Number(Preview.RowsIntoArchive)))] : Array.Empty<DocumentBlock>(),
            .. Preview.RowsOutOfArchive > 0 ? [new DocumentBlock.Paragraph(_texts.OutOfArchive(_source.Number(Preview.RowsOutOfArchive)))] : Array.Empty<DocumentBlock>(),
            .. Preview.Groups.IsEmpty ? [new DocumentBlock.Paragraph(GoesAlong ? _texts.GoWithTheirRow : _texts.BelongToNoRow)] : Tables(),
        ],
    };

    private bool GoesAlong => _source.Plan.Entities.Any(owner => owner.Store == Planned.Store && PlanWarnings.TakesAlong(owner, Planned));

    private IEnumerable<DocumentBlock> Tables()
    {
        var archives = Preview.Groups.Any(group => group.ToArchive > 0);
        yield return new DocumentBlock.Table(
            _texts.DueCaption,
            [_texts.Data, _texts.Due, _texts.WhatHappens, .. archives ? [_texts.ToArchive] : Array.Empty<string>(), _texts.NeededFor],
            Groups.Select(group => (ValueList<InlineText>)
            [
                _source.Data(group.Preview.Categories, group.Preview.Fields),
                _source.Number(group.Preview.Due),
                Or([.. WhatHappens(group.Preview, group.Planned), .. group.Preview.OnHold > 0 ? [_texts.Waits(_source.Number(group.Preview.OnHold))] : Array.Empty<InlineText>()]),
                .. archives ? [_source.Number(group.Preview.ToArchive)] : Array.Empty<InlineText>(),
                Or(group.Preview.Activities.Where(need => need.Rows > 0).OrderByDescending(need => need.Rows).Select(need =>
                    (InlineText)$"{_source.Words.Text(_source.Plan.Register.Activities[need.Activity].Name)}: {_source.Number(need.Rows)}")),
            ]).ToValueList());
        var due = Preview.Groups.Where(group => group.Due > 0).ToList();
        if (due.Count > 0)
        {
            yield return new DocumentBlock.Table(
                _texts.SinceCaption,
                [_texts.Data, _texts.Since, _texts.Examples(string.Join(", ", Planned.Entity.Description.Key))],
                due.Select(group => (ValueList<InlineText>)
                [
                    _source.Words.AsHeading(_source.Names.Categories(group.Categories)),
                    OverviewBlocks.Lines(group.DueByYear.Select(year => (InlineText)$"{_texts.Year(year.Year, year.OrEarlier)}: {_source.Number(year.Rows)}")),
                    InlineText.Join(" ", group.Examples.Select(key => (InlineText)new Inline.Code(string.Join(", ", key.Select(KeyPartText.Of))))),
                ]).ToValueList());
        }
    }

    private IEnumerable<InlineText> WhatHappens(GroupPreview group, FieldGroup planned)
    {
        var staying = group.InRowsThatStay;
        if (group.Due - staying is > 0 and var whole)
        {
            yield return _texts.GoesWithRow(_source.Number(whole));
        }

        if (staying == 0)
        {
            yield break;
        }

        var ways = planned.Fields.GroupBy(field => (field.Disposal, Words: _source.Retention.Name(field))).OrderBy(way => way.Key.Disposal).ToList();
        foreach (var way in ways)
        {
            var fields = ways.Count == 1 ? "" : $"{_source.Words.And(way.Select(field => field.ToString()))} ";
            yield return $"{_source.Number(staying)} × {fields}{way.Key.Words}";
        }
    }

    private static InlineText Or(IEnumerable<InlineText> lines) => OverviewBlocks.Lines(lines) is { IsEmpty: false } some ? some : PreviewTexts.Nothing;
}
