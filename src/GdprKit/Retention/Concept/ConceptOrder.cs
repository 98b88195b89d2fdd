using GdprKit.Documents;

namespace GdprKit.Retention;

/// <summary>Shows all entities of a plan at a glance, in the order in which their rows go.</summary>
internal static class ConceptOrder
{
    public static DocumentSection Section(IReadOnlyCollection<ConceptEntity> entities, ConceptTexts texts) => new(SectionId.Parse("order"), texts.Order)
    {
        Blocks = entities.Count == 0
            ? [new DocumentBlock.Paragraph(texts.NothingPlanned)]
            :
            [
                new DocumentBlock.Paragraph(texts.OrderIntroduction),
                new DocumentBlock.Table(texts.OrderCaption, [texts.Rows, texts.Whose, texts.Holds, texts.Row], entities.Select(entity => entity.InShort()).ToValueList()),
            ],
    };
}
