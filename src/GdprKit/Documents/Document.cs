namespace GdprKit.Documents;

/// <summary>
/// A text for people, apart from the form it takes: a notice, a record, a letter, a receipt. The same document always gives the
/// same characters, in each of its forms.
/// </summary>
/// <remarks>Immutable, compared by value. Safe for use by several threads.</remarks>
public sealed partial record Document
{
    /// <summary>How many levels of sections a document may have: 4, so that every heading is one of HTML's six.</summary>
    public const int MaximumDepth = 4;

    /// <summary>Makes a document.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="language">The language it is written in.</param>
    /// <param name="sections">Its sections, in reading order.</param>
    /// <exception cref="ArgumentException">
    /// GDPR1005: the title is empty. GDPR1008: an id is used by two sections. GDPR1009: sections are nested too deep.
    /// </exception>
    public Document(string title, Language language, ValueList<DocumentSection> sections)
    {
        Title = PlainText.Heading(title, nameof(title));
        Language = language;
        Sections = sections;
        RefuseDepth(sections, 1);
        RefuseDuplicates();
    }

    /// <summary>Its title.</summary>
    public string Title { get; }

    /// <summary>The language it is written in.</summary>
    public Language Language { get; }

    /// <summary>What stands between the title and the first section.</summary>
    public ValueList<DocumentBlock> Introduction { get; init; } = [];

    /// <summary>The heading over the table of contents, or <see langword="null"/> for a document without one.</summary>
    public string? ContentsHeading { get; init; }

    /// <summary>Its sections, in reading order.</summary>
    public ValueList<DocumentSection> Sections { get; }

    /// <summary>What stands below the last section: where the document comes from, for who wants to check it.</summary>
    public ValueList<DocumentBlock> Closing { get; init; } = [];

    /// <summary>Every section and every part of a section, in reading order.</summary>
    public IEnumerable<DocumentSection> AllSections() => Sections.SelectMany(WithParts);

    private static IEnumerable<DocumentSection> WithParts(DocumentSection section) =>
        section.Sections.SelectMany(WithParts).Prepend(section);

    private static void RefuseDepth(ValueList<DocumentSection> sections, int level)
    {
        foreach (var section in sections)
        {
            if (level > MaximumDepth)
            {
                throw new ArgumentException($"{DocumentMessages.SectionsTooDeep}: the section '{section.Id}' lies {level} levels deep. A document has at most {MaximumDepth} levels; move it up.", nameof(sections));
            }

            RefuseDepth(section.Sections, level + 1);
        }
    }

    private void RefuseDuplicates()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in AllSections())
        {
            if (!seen.Add(section.Id.ToString()))
            {
                throw new ArgumentException($"{DocumentMessages.SectionTwice}: the section id '{section.Id}' is used twice. Give each section an id of its own.");
            }
        }
    }
}
