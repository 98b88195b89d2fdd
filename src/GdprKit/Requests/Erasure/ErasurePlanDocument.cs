using System.Globalization;
using GdprKit.Documents;

namespace GdprKit.Requests;

/// <summary>Writes a plan for who decides about it.</summary>
internal sealed class ErasurePlanDocument(ErasurePlan plan, ProcessingRegister register, Language language)
{
    private readonly ErasureLetterTexts _texts = new(language);

    private RegisterWording Words => _texts.Words;

    public Document Write() => new(_texts.PlanTitle, language, [.. plan.Entities.Where(entity => !entity.Fields.IsEmpty || entity.RowsToGo > 0).Select(Section), .. Others()])
    {
        Introduction = [new DocumentBlock.Paragraph(plan.Entities.IsEmpty ? _texts.NothingIsHeld : plan.HasRest ? _texts.SomeStays : _texts.AllGoes)],
    };

    private DocumentSection Section(ErasurePlanEntity entity, int number) => new(
        SectionId.Parse(string.Create(CultureInfo.InvariantCulture, $"table-{number + 1}")), Words.AsSentence(entity.Label is { } label ? Words.Text(label) : entity.Entity).TrimEnd('.'))
    {
        Blocks =
        [
            new DocumentBlock.Paragraph(_texts.RowsGo(entity.Rows, entity.RowsToGo)),
            .. entity.Fields.IsEmpty ? Array.Empty<DocumentBlock>() :
            [
                new DocumentBlock.Table(_texts.PlanTitle, [_texts.Data, _texts.Now, _texts.Stays, _texts.Reason, _texts.UntilAndIncluding], entity.Fields.SelectMany(Rows).ToValueList()),
            ],
        ],
    };

    private IEnumerable<ValueList<InlineText>> Rows(ErasurePlanField field)
    {
        var name = $"{Words.Text(register.Categories[field.Category].Label)} ({field.Property})";
        if (field.Now > 0)
        {
            yield return [name, Number(field.Now), "", "", ""];
        }

        foreach (var stay in field.Stays)
        {
            var rule = stay.Activity is { } activity && register.Activities.TryGet(activity, out var declared) ? declared.Retention.FirstOrDefault(each => each.Key == stay.Rule) : null;
            yield return [name, "", Number(stay.Values), _texts.Why(stay.Reason, rule), stay.ErasableFrom is { } from ? Words.Date(from.PlusDays(-1)) : _texts.UntilItEnds(stay.Reason)];
        }
    }

    private DocumentSection[] Others()
    {
        ValueList<InlineText> tasks =
        [
            .. plan.Places.Where(place => place.Kind is not ErasurePlaceKind.Store || place.WhyByHand is not null).Select(place => (InlineText)_texts.Task(place)),
            .. plan.Undeclared.Select(finding => (InlineText)finding.Place),
        ];
        return tasks.IsEmpty ? [] : [new DocumentSection(SectionId.Parse("others"), _texts.WhoElse) { Blocks = [new DocumentBlock.BulletList(tasks)] }];
    }

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);
}
