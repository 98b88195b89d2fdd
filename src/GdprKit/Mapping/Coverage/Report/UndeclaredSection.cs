using GdprKit.Documents;

namespace GdprKit.Mapping;

/// <summary>What is stored and nobody declared: per class, each property with the reason and the line of code that declares it.</summary>
internal sealed class UndeclaredSection(ValueList<CoverageFinding> findings, CoverageTexts texts)
{
    /// <summary>The section, or none when everything is declared.</summary>
    public IEnumerable<DocumentSection> Write()
    {
        var parts = findings.GroupBy(EntityOf).Where(part => part.Key is not null).Select((part, index) => Part(part.Key!, [.. part], index)).ToValueList();
        return parts.IsEmpty ? [] :
        [
            new DocumentSection(SectionId.Parse("undeclared"), texts.Undeclared)
            {
                Blocks =
                [
                    new DocumentBlock.Paragraph([texts.WhatIsUndeclared, new Inline.Code("IPersonalDataMap"), "."]),
                    new DocumentBlock.Paragraph([texts.Otherwise, new Inline.Code(texts.WhyNotCode)]),
                ],
                Sections = parts,
            },
        ];
    }

    private static string? EntityOf(CoverageFinding finding) => finding.Cause switch
    {
        CoverageCause.UndeclaredProperty property => property.Entity,
        CoverageCause.UndeclaredEntity entity => entity.Name,
        _ => null,
    };

    private DocumentSection Part(string entity, IReadOnlyList<CoverageFinding> found, int index)
    {
        var properties = found.Where(finding => finding.Cause is CoverageCause.UndeclaredProperty).Select(Property).ToValueList();
        return new DocumentSection(SectionId.Parse($"undeclared-{index + 1}"), entity)
        {
            Blocks =
            [
                .. MapToBegin(entity, found),
                .. properties.IsEmpty ? [] : new DocumentBlock[] { new DocumentBlock.DefinitionList(properties) },
            ],
        };
    }

    private IEnumerable<DocumentBlock> MapToBegin(string entity, IReadOnlyList<CoverageFinding> found)
    {
        if (found.FirstOrDefault(finding => finding.Cause is CoverageCause.UndeclaredEntity) is { Cause: CoverageCause.UndeclaredEntity related, Code: var code })
        {
            yield return new DocumentBlock.Paragraph([texts.BelongsTo(entity, related.Target), new Inline.Code($"gdpr.AddMap<{entity}>(data => data{code})")]);
        }
        else if (found.Any(finding => finding.Cause is CoverageCause.UndeclaredProperty { HasMap: false }))
        {
            yield return new DocumentBlock.Paragraph([texts.MapMissing(entity), new Inline.Code($"gdpr.AddMap<{entity}>(data => data.…)")]);
        }
    }

    private Definition Property(CoverageFinding finding)
    {
        var cause = (CoverageCause.UndeclaredProperty)finding.Cause;
        InlineText code = finding.Code is { } line ? new Inline.Code(line) : [texts.ChooseWhat, new Inline.Code($".Field(…, {cause.Written})")];
        return new Definition(cause.Path.ToString(), [texts.Because(cause.Suspicion), code]);
    }
}
