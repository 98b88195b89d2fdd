namespace GdprKit.Requests;

/// <summary>The ids of this room's messages; MESSAGES.md lists them all.</summary>
internal static class RequestMessages
{
    public const string DateMalformed = "GDPR1500";

    public const string PauseImpossible = "GDPR1501";

    public const string YearOutside = "GDPR1502";
}
