namespace GdprKit.Samples.Crm.Gdpr;

/// <summary>Where the shop keeps personal data beside its database; what is asked or erased there is a task for a person.</summary>
public static class OutsideTheDatabase
{
    public static ManualStore StaffFiles { get; } = new()
    {
        Key = Key<ManualStore>.Parse("staff-files"),
        Name = LocalizedText.Of(nl: "personeelsdossiers op papier", en: "staff files on paper"),
        People = [Crm.Employees],
        Categories = [Crm.Name, Crm.Address, Crm.BirthDate, Crm.Employment],
        Instruction = LocalizedText.Of(
            nl: "In de kast op kantoor, op achternaam. Wat weg moet, gaat door de papierversnipperaar.",
            en: "In the cabinet at the office, by last name. What has to go is shredded."),
    };

    public static ManualStore Mailbox { get; } = new()
    {
        Key = Key<ManualStore>.Parse("mailbox"),
        Name = LocalizedText.Of(nl: "mailbox van de klantenservice", en: "mailbox of customer service"),
        People = [Crm.Customers],
        Categories = [Crm.Name, Crm.EmailAddress, Crm.Purchases],
        Instruction = LocalizedText.Of(
            nl: "Zoek op het e-mailadres. Verwijder de mails, en maak daarna de prullenbak leeg.",
            en: "Search for the e-mail address. Delete the mails, then empty the bin."),
    };

    public static ManualStore OutgoingMails { get; } = new()
    {
        Key = Key<ManualStore>.Parse("outgoing-mails"),
        Name = LocalizedText.Of(nl: "map met mails van de winkel", en: "folder with mails of the shop"),
        People = [Crm.Customers],
        Categories = [Crm.EmailAddress],
        Instruction = LocalizedText.Of(
            nl: "In de map mails naast de database. Zoek op het e-mailadres, en verwijder de bestanden.",
            en: "In the folder mails beside the database. Search for the e-mail address, and delete the files."),
    };
}
