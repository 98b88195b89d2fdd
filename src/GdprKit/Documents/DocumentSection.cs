namespace GdprKit.Documents;

/// <summary>A part of a document under a heading of its own.</summary>
public sealed record DocumentSection
{
    /// <summary>Makes a section.</summary>
    /// <param name="id">Its name within the document.</param>
    /// <param name="heading">Its heading.</param>
    /// <exception cref="ArgumentException">GDPR1003: the id is <c>default</c>. GDPR1005: the heading is empty.</exception>
    public DocumentSection(SectionId id, string heading)
    {
        Id = id != default
            ? id
            : throw new ArgumentException($"{DocumentMessages.SectionIdMalformed}: the section has no id. Make one with SectionId.Parse.", nameof(id));
        Heading = PlainText.Heading(heading, nameof(heading));
    }

    /// <summary>Its name within the document.</summary>
    public SectionId Id { get; }

    /// <summary>Its heading.</summary>
    public string Heading { get; }

    /// <summary>What it says, before its parts.</summary>
    public ValueList<DocumentBlock> Blocks { get; init; } = [];

    /// <summary>Its parts, each under a heading one level down.</summary>
    public ValueList<DocumentSection> Sections { get; init; } = [];

    /// <summary>The legal requirements that this section as a whole fulfils.</summary>
    public ValueList<RequirementId> Requirements { get; init; } = [];
}
