namespace GdprKit.Documents;

/// <summary>A document that uses every kind of block and piece once.</summary>
internal static class SampleDocument
{
    public static Document Create(string text = "plain") => new($"Title {text}", Language.English,
    [
        new DocumentSection(SectionId.Parse("first"), $"First {text}")
        {
            Requirements = [RequirementId.Parse("N01")],
            Blocks =
            [
                new DocumentBlock.Paragraph([$"{text} ", new Inline.Strong(text), " ", new Inline.Code(text), new Inline.LineBreak(), new Inline.Link(text, new Uri("https://example.org/?a=1&b=2"))]),
                new DocumentBlock.BulletList([text, "second"]),
                new DocumentBlock.DefinitionList([new Definition(text, [text, "more"]) { Requirements = [RequirementId.Parse("N02"), RequirementId.Parse("N03")] }]),
                new DocumentBlock.Callout([new DocumentBlock.Paragraph(text), new DocumentBlock.Paragraph("again")]),
            ],
            Sections =
            [
                new DocumentSection(SectionId.Parse("part"), "Part")
                {
                    Blocks =
                    [
                        new DocumentBlock.Table($"Caption {text}", ["Data", $"Why {text}"], [[text, ["one", new Inline.LineBreak(), text]]]),
                        new DocumentBlock.Chart($"Bars {text}", $"rows {text}", $"Month {text}", [$"{text} 1", "2"], [new ChartSeries($"A {text}", [1, 2000]), new ChartSeries("B", [0, 5])]),
                    ],
                },
            ],
        },
    ])
    {
        Introduction = [new DocumentBlock.Paragraph(text)],
        ContentsHeading = "Contents",
        Closing = [new DocumentBlock.Paragraph(text)],
    };
}
