namespace GdprKit.Documents;

/// <summary>A block of a document.</summary>
public abstract partial record DocumentBlock
{
    private DocumentBlock()
    {
    }

    /// <summary>The legal requirements that this block as a whole fulfils.</summary>
    public ValueList<RequirementId> Requirements { get; init; } = [];

    /// <summary>Running text.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Paragraph(InlineText Text) : DocumentBlock;

    /// <summary>Points without an order.</summary>
    /// <param name="Items">The points.</param>
    public sealed record BulletList(ValueList<InlineText> Items) : DocumentBlock;

    /// <summary>Terms, each with what is said about it.</summary>
    /// <param name="Definitions">The terms.</param>
    public sealed record DefinitionList(ValueList<Definition> Definitions) : DocumentBlock;

    /// <summary>Something that must not be overlooked; set apart from the text around it.</summary>
    /// <param name="Blocks">What is said.</param>
    public sealed record Callout(ValueList<DocumentBlock> Blocks) : DocumentBlock;
}
