using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>How somebody is reached, line by line.</summary>
internal static class ContactLines
{
    public static ValueList<Definition> Of(string name, ContactDetails contact, string? registrationNumber, NoticeContext context)
    {
        var wording = context.Wording;
        Definition?[] lines =
        [
            Line(wording.Name, name, text => text),
            Line(wording.Address, contact.Address, address => Written(address, context)),
            Line(wording.Email, contact.Email, email => Inline.ToEmail(email)),
            Line(wording.Phone, contact.Phone, phone => Inline.ToPhone(phone)),
            Line(wording.Website, contact.Website, website => ToWebsite(website)),
            Line(wording.RegistrationNumber(context.Register.Controller.Country), registrationNumber, text => text),
        ];
        return lines.OfType<Definition>().ToValueList();
    }

    /// <summary>An address of the web, labelled as people type it.</summary>
    public static Inline ToWebsite(Uri website) => new Inline.Link(
        website.PathAndQuery is "/" ? website.Host : website.Host + website.PathAndQuery,
        website);

    private static Definition? Line<T>(string term, T? value, Func<T, InlineText> write)
        where T : class =>
        value is null ? null : new Definition(term, [write(value)]);

    private static InlineText Written(PostalAddress address, NoticeContext context) =>
    [
        address.Street,
        new Inline.LineBreak(),
        $"{address.PostalCode} {address.City}",
        new Inline.LineBreak(),
        address.Country.NameIn(context.Language),
    ];
}
