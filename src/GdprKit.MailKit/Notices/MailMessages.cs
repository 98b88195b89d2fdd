namespace GdprKit.Notices;

/// <summary>The ids of this room's messages; MESSAGES.md lists them all.</summary>
internal static class MailMessages
{
    public const string MessageIdMalformed = "GDPR1350";

    public const string SubjectOfSeveralLines = "GDPR1351";

    public const string HostMalformed = "GDPR4601";

    public const string PortOutside = "GDPR4602";

    public const string NoSuchSecurity = "GDPR4603";

    public const string UnencryptedElsewhere = "GDPR4604";

    public const string PasswordUnencrypted = "GDPR4605";

    public const string CredentialsIncomplete = "GDPR4606";

    public const string SenderMalformed = "GDPR4607";

    public const string AnswersMalformed = "GDPR4608";

    public const string ConnectionsOutside = "GDPR4609";

    public const string TimeoutOutside = "GDPR4610";

    public const string AuthorityUnreadable = "GDPR4611";

    public const string NoFolder = "GDPR4612";

    public const string NoServer = "GDPR6300";

    public const string Stalled = "GDPR6301";

    public const string FolderUnwritable = "GDPR6302";
}
