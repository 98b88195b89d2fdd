namespace GdprKit.Register;

/// <summary>A named party and how it is reached: the representative, the data protection officer.</summary>
internal static class ContactPartyJson
{
    public static ContactParty Read(JsonObjectReader from, CountryCode home)
    {
        from.Require("name", "contact");
        return new ContactParty(from.Text("name") ?? "", ContactDetailsJson.Read(from, home));
    }

    public static void Write(JsonObjectWriter to, ContactParty party, CountryCode home)
    {
        to.Text("name", party.Name);
        ContactDetailsJson.Write(to, party.Contact, home);
    }
}
