namespace GdprKit.Register;

/// <summary>The property <c>contact</c> of a party. An address without a country lies in the country of the controller.</summary>
internal static class ContactDetailsJson
{
    private const string Name = "contact";

    public static ContactDetails Read(JsonObjectReader party, CountryCode home) => party.Object(Name, from => new ContactDetails
    {
        Email = from.Text("email"),
        Phone = from.Text("phone"),
        Website = from.Url("website"),
        Address = from.Object("address", address => ReadAddress(address, home)),
    }) ?? new ContactDetails();

    public static void Write(JsonObjectWriter party, ContactDetails contact, CountryCode home) => party.Object(Name, contact, (to, details) =>
    {
        to.Text("email", details.Email);
        to.Text("phone", details.Phone);
        to.Url("website", details.Website);
        to.Object("address", details.Address, (inner, address) => WriteAddress(inner, address, home));
    });

    private static PostalAddress ReadAddress(JsonObjectReader from, CountryCode home)
    {
        from.Require("street", "postalCode", "city");
        return new PostalAddress(from.Text("street") ?? "", from.Text("postalCode") ?? "", from.Text("city") ?? "", from.Country("country") ?? home);
    }

    private static void WriteAddress(JsonObjectWriter to, PostalAddress address, CountryCode home)
    {
        to.Text("street", address.Street);
        to.Text("postalCode", address.PostalCode);
        to.Text("city", address.City);
        to.Country("country", address.Country, home);
    }
}
