namespace GdprKit.EntityFrameworkCore;

/// <summary>The ids of the messages of this package; MESSAGES.md of the core lists them all.</summary>
internal static class LedgerStoreMessages
{
    public const string SubjectKeyTooLong = "GDPR1150";

    public const string TwoSchemas = "GDPR1151";

    public const string UnknownTransaction = "GDPR3151";

    public const string NoAmbientTransactions = "GDPR3152";

    public const string ReaderIsOpen = "GDPR3153";

    public const string NotEnlisted = "GDPR3154";

    public const string UnknownProvider = "GDPR3155";

    public const string UnseenLink = "GDPR3156";

    public const string NoClock = "GDPR3157";

    public const string TransactionIsGone = "GDPR3158";

    public const string ForgetsWhatItSees = "GDPR3159";

    public const string NotAppendOnly = "GDPR3160";

    public const string Unchangeable = "GDPR3161";

    public const string Unremovable = "GDPR3162";

    public const string ChangedWhileRemembering = "GDPR3163";

    public const string TwoHashes = "GDPR3164";

    public const string NobodysRow = "GDPR3165";

    public const string KeyNotComparable = "GDPR3166";

    public const string AppendOnlyUnknown = "GDPR6150";
}
