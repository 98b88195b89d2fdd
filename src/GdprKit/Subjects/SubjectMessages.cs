namespace GdprKit;

/// <summary>The ids of this room's messages; MESSAGES.md lists them all.</summary>
internal static class SubjectMessages
{
    public const string SubjectIncomplete = "GDPR1081";

    public const string RefMalformed = "GDPR1100";

    public const string RefLength = "GDPR1101";
}
