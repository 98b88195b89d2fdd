namespace GdprKit.Canary;

/// <summary>Personal values and keys that occur nowhere else, so that wherever one turns up something has leaked.</summary>
internal static class Canaries
{
    public const string Key = "kanariesleutel-0471104711";

    public const string OtherKey = "kanariesleutel-0815081508";

    public const string FirstName = "Pieternella";

    public const string LastName = "Kanariezanger";

    public const string Email = "kanarie.piet@zaad.example";

    // The mail server of the tests refuses it, and quotes it.
    public const string OtherEmail = "rcpt-550@kanarie-jan.example";

    public const string Phone = "+31 6 0471 1047";

    public const string Purchase = "Gouden kooi nummer 471104";

    public const string Note = "Kanarie belde, en zong.";

    public static string[] Keys => [Key, OtherKey];

    public static string[] All => [Key, OtherKey, FirstName, LastName, Email, OtherEmail, Phone, Purchase, Note];
}
