namespace GdprKit.Retention;

/// <summary>The ids of the messages about who does something in the name of the controller; MESSAGES.md lists them all.</summary>
internal static class OperatorMessages
{
    public const string Missing = "GDPR1602";

    public const string Identifies = "GDPR1603";

    public const string Malformed = "GDPR1604";
}
