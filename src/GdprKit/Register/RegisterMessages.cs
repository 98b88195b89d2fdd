namespace GdprKit;

/// <summary>The ids of this room's messages; MESSAGES.md lists them all.</summary>
internal static class RegisterMessages
{
    public const string KeyMalformed = "GDPR1010";

    public const string NotDeclared = "GDPR1011";

    public const string CountryMalformed = "GDPR1012";
}
