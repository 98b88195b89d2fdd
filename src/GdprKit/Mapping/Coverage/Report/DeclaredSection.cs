using System.Globalization;
using GdprKit.Documents;

namespace GdprKit.Mapping;

/// <summary>What a store keeps and somebody declared: per class how many fields of whom and of what, and what is not personal and why.</summary>
internal sealed class DeclaredSection(CoverageReport report, CoverageTexts texts)
{
    public DocumentSection Write() => new(SectionId.Parse("declared"), texts.Declared)
    {
        Sections = report.Map.Stores
            .Select((store, index) => new DocumentSection(SectionId.Parse($"store-{index + 1}"), store.Description.Name) { Blocks = Blocks(store) })
            .ToValueList(),
    };

    private ValueList<DocumentBlock> Blocks(StoreMap store)
    {
        var name = store.Description.Name;
        ValueList<DocumentBlock> blocks =
        [
            .. Table(texts.DeclaredIn(name), [texts.Part, texts.Whose, texts.Fields, texts.What], store.Entities.Where(entity => !entity.Owners.IsEmpty).Select(Row)),
            .. Table(texts.NotPersonalIn(name), [texts.Field, texts.WhyNot], store.Entities.SelectMany(NotPersonal)),
            .. WithoutSign(store) is { Count: > 0 } rest ? [new DocumentBlock.Paragraph(texts.WithoutSign(rest))] : Array.Empty<DocumentBlock>(),
        ];
        return blocks.IsEmpty ? [new DocumentBlock.Paragraph(texts.Nothing)] : blocks;
    }

    private static IEnumerable<DocumentBlock> Table(string caption, ValueList<string> headers, IEnumerable<ValueList<InlineText>> rows) =>
        rows.ToValueList() is { IsEmpty: false } some ? [new DocumentBlock.Table(caption, headers, some)] : [];

    private ValueList<InlineText> Row(StoreEntity entity)
    {
        var register = report.Map.Register;
        return
        [
            entity.ToString(),
            texts.Words.And(entity.Owners.Select(owner => owner.Kind).Distinct().Select(kind => texts.Words.Text(register.People[kind].Label))),
            entity.Fields.Count.ToString(CultureInfo.InvariantCulture),
            texts.Words.And(entity.Fields.Select(field => field.Category).Distinct().Order().Select(category => texts.Words.Text(register.Categories[category].Label))),
        ];
    }

    private static IEnumerable<ValueList<InlineText>> NotPersonal(StoreEntity entity) =>
        entity.NotPersonal.Select(left => (ValueList<InlineText>)[$"{entity}.{left.Property}", left.Reason]);

    /// <summary>What no map speaks of and no finding either.</summary>
    private List<string> WithoutSign(StoreMap store)
    {
        var spokenOf = store.Entities.Select(entity => entity.ToString()).Concat(report.Findings.Select(finding => finding.Cause switch
        {
            CoverageCause.UndeclaredProperty property => property.Entity,
            CoverageCause.UndeclaredEntity entity => entity.Name,
            _ => "",
        })).ToHashSet(StringComparer.Ordinal);
        return [.. store.Description.Entities.Where(entity => !entity.IsAbstract).Select(entity => entity.ToString()).Where(name => !spokenOf.Contains(name)).Distinct()];
    }
}
