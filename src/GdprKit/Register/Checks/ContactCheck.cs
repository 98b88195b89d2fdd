using System.Net.Mail;

namespace GdprKit;

/// <summary>Everybody whom people must be able to reach can be reached, as far as an address shows it.</summary>
internal static class ContactCheck
{
    private const int LongestPhone = 40;

    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register) => register.Controller is { } controller
        ?
        [
            .. DeclaredContact.AllOf(controller).SelectMany(Find),
            .. controller.Country == default ? [] : DeclaredContact.AllOf(controller).SelectMany(Country),
            .. Email("/controller/rights/email", controller.Rights?.Email),
            .. Phone("/controller/rights/phone", controller.Rights?.Phone),
        ]
        : [];

    private static IEnumerable<RegisterFault> Find(DeclaredContact party) => party.Contact is not { IsEmpty: false } contact
        ? [RegisterFaults.ContactMissing(party.Path, party.What, party.Article, party.Call)]
        :
        [
            .. Email($"{party.Path}/email", contact.Email),
            .. Phone($"{party.Path}/phone", contact.Phone),
            .. contact.Website is { } website && !WebAddress.IsComplete(website)
                ? [RegisterFaults.MalformedUrl($"{party.Path}/website", website.OriginalString)]
                : Enumerable.Empty<RegisterFault>(),
        ];

    private static IEnumerable<RegisterFault> Country(DeclaredContact party)
    {
        if (party.Contact?.Address is { } address && address.Country == default)
        {
            yield return RegisterFaults.CountryMissing($"{party.Path}/address/country", $"address of the {party.What}", "Address(street, postalCode, city, country)");
        }
    }

    private static IEnumerable<RegisterFault> Email(string path, string? text)
    {
        if (text is not null && !(MailAddress.TryCreate(text, out var address) && address.Address == text))
        {
            yield return RegisterFaults.ContactMalformed(path, "an e-mail address", text, "info@example.nl");
        }
    }

    private static IEnumerable<RegisterFault> Phone(string path, string? text)
    {
        if (text is not null && (text.Length > LongestPhone || text.Any(char.IsControl) || text.Count(char.IsAsciiDigit) < 3))
        {
            yield return RegisterFaults.ContactMalformed(path, "a telephone number", text, "+31 20 000 0000");
        }
    }
}
