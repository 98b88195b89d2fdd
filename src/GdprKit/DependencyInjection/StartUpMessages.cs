namespace GdprKit;

/// <summary>The ids of this room's messages; MESSAGES.md lists them all.</summary>
internal static class StartUpMessages
{
    public const string NoRegister = "GDPR4001";
}
