using GdprKit.Documents;

namespace GdprKit.Mapping;

/// <summary>What the register declares and nothing says where it is, or when it was.</summary>
internal sealed class UnplacedSection(CoverageReport report, CoverageTexts texts)
{
    private readonly ProcessingRegister _register = report.Map.Register;

    /// <summary>The section, or none when everything has a place.</summary>
    public IEnumerable<DocumentSection> Write()
    {
        var blocks = List(texts.WhatHasNoPlace, report.Findings.Select(finding => finding.Cause).OfType<CoverageCause.CategoryWithoutPlace>().Select(Category))
            .Concat(List(texts.WhatHasNoDate, report.Findings.Select(finding => finding.Cause).OfType<CoverageCause.EventWithoutPlace>().Select(Event)))
            .ToValueList();
        return blocks.IsEmpty ? [] : [new DocumentSection(SectionId.Parse("unplaced"), texts.Unplaced) { Blocks = blocks }];
    }

    private static IEnumerable<DocumentBlock> List(string what, IEnumerable<Definition> definitions) => definitions.ToValueList() is { IsEmpty: false } some
        ? [new DocumentBlock.Paragraph(what), new DocumentBlock.DefinitionList(some)]
        : [];

    private Definition Category(CoverageCause.CategoryWithoutPlace cause) => new(texts.Words.Text(_register.Categories[cause.Key].Label),
    [
        Uses(activity => activity.Categories.Contains(cause.Key)),
        new Inline.Code($".Field(Key<DataCategory>.Parse(\"{cause.Key}\"), x => x.…)"),
    ]);

    private Definition Event(CoverageCause.EventWithoutPlace cause) => new(texts.Words.Text(_register.Events[cause.Key].Label),
    [
        Uses(activity => activity.Retention.Any(rule => TermEvents.Of(rule.Term).Contains(cause.Key))),
        new Inline.Code($".Event(Key<RetentionEvent>.Parse(\"{cause.Key}\"), x => x.…)"),
    ]);

    private string Uses(Func<ProcessingActivity, bool> uses) => texts.UsedFor(_register.ActivitiesInReadingOrder
        .Where(activity => !activity.IsOwnRecord && uses(activity))
        .Select(activity => texts.Words.Text(activity.Name)));
}
