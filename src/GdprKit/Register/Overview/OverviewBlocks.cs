using GdprKit.Documents;

namespace GdprKit;

/// <summary>Writes the recurring pieces of an overview: what was declared, where it is used, on which law it rests.</summary>
internal sealed class OverviewBlocks(OverviewTexts texts)
{
    /// <summary>Terms with what was declared about them; a term about which nothing was declared is left out.</summary>
    public static DocumentBlock Definitions(params IEnumerable<(string Term, IEnumerable<InlineText> Lines)> terms) => new DocumentBlock.DefinitionList(terms
        .Select(term => new Definition(term.Term, term.Lines.Where(line => !line.IsEmpty).ToValueList()))
        .Where(definition => !definition.Descriptions.IsEmpty)
        .ToValueList());

    /// <summary>A table, or that there is nothing to show in it.</summary>
    public DocumentBlock Table(string caption, ValueList<string> headers, IEnumerable<ValueList<InlineText>> rows) =>
        rows.ToValueList() is { IsEmpty: false } some ? new DocumentBlock.Table(caption, headers, some) : new DocumentBlock.Paragraph(texts.Nothing);

    /// <summary>Several texts in one cell, one per line; empty ones are left out.</summary>
    public static InlineText Lines(params IEnumerable<InlineText> lines) => InlineText.Join(new Inline.LineBreak(), lines.Where(line => !line.IsEmpty));

    /// <summary>Links to the activities that use something.</summary>
    public InlineText Users(IEnumerable<ProcessingActivity> activities) =>
        InlineText.Join(", ", activities.Select(activity => (InlineText)Inline.ToSection(texts.Words.Text(activity.Name), IdOf(activity))));

    /// <summary>A law or guideline, as a link where it can be read; empty for none.</summary>
    public InlineText Law(Citation? law)
    {
        if (law is null)
        {
            return default;
        }

        Inline text = law.Url is { } url ? new Inline.Link(law.Text, url) : new Inline.Text(law.Text);
        return law.Jurisdiction is { } country ? [text, $" ({country.NameIn(texts.Words.Language)})"] : [text];
    }

    /// <summary>A term of the Data Privacy Vocabulary, as a link to its definition; empty for none.</summary>
    public static InlineText Term(DpvTerm? term) => term is null ? default : [new Inline.Link(term.ToString(), new Uri(term.Iri))];

    /// <summary>A declared text; empty for none.</summary>
    public InlineText Text(LocalizedText? text) => Text(text is null ? null : texts.Words.Text(text));

    /// <summary>A name, number or reference; empty for none.</summary>
    public static InlineText Text(string? text) => string.IsNullOrEmpty(text) ? default : [new Inline.Text(text)];

    /// <summary>A page; empty for none.</summary>
    public static InlineText Page(Uri? page) => page is null ? default : [new Inline.Link(page.OriginalString, page)];

    /// <summary>An e-mail address; empty for none.</summary>
    public static InlineText Email(string? address) => address is null ? default : [Inline.ToEmail(address)];

    /// <summary>A telephone number; empty for none.</summary>
    public static InlineText Phone(string? number) => number is null ? default : [Inline.ToPhone(number)];

    /// <summary>The ways to reach somebody, one per line.</summary>
    public IEnumerable<InlineText> Contact(ContactDetails contact) =>
    [
        Text(contact.Address is { } address ? $"{address.Street}, {address.PostalCode} {address.City}, {address.Country.NameIn(texts.Words.Language)}" : null),
        Email(contact.Email),
        Phone(contact.Phone),
        Page(contact.Website),
    ];

    /// <summary>Where an activity stands in the overview.</summary>
    public static SectionId IdOf(ProcessingActivity activity) => SectionId.Parse($"activity-{activity.Key}");
}
