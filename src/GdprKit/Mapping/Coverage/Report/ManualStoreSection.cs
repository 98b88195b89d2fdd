using GdprKit.Documents;

namespace GdprKit.Mapping;

/// <summary>The places that the software cannot reach, each with what a person needs to work there.</summary>
internal sealed class ManualStoreSection(PersonalDataMap map, CoverageTexts texts)
{
    public DocumentSection Write() => new(SectionId.Parse("outside"), texts.Outside)
    {
        Blocks = map.ManualStores.IsEmpty
            ? [new DocumentBlock.Paragraph([texts.NothingOutside, new Inline.Code("gdpr.AddManualStore(…)")])]
            :
            [
                new DocumentBlock.Paragraph(texts.ByHand),
                new DocumentBlock.DefinitionList(map.ManualStores.Select(Store).ToValueList()),
            ],
    };

    private Definition Store(ManualStore store) => new(texts.Words.Text(store.Name),
    [
        $"{texts.Whose}: {texts.Words.And(store.People.Select(kind => texts.Words.Text(map.Register.People[kind].Label)))}",
        $"{texts.What}: {texts.Words.And(store.Categories.Select(category => texts.Words.Text(map.Register.Categories[category].Label)))}",
        $"{texts.How}: {texts.Words.Text(store.Instruction)}",
    ]);
}
