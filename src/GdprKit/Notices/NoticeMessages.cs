namespace GdprKit.Notices;

/// <summary>The ids of this room's messages about arguments; MESSAGES.md lists them all.</summary>
internal static class NoticeMessages
{
    public const string LanguageNotInRegister = "GDPR1030";

    public const string NoSuchNotice = "GDPR1031";
}
