namespace GdprKit.EntityFrameworkCore;

/// <summary>The ids of the messages of this package; MESSAGES.md of the core lists them all.</summary>
internal static class StoreMessages
{
    public const string TooManyConditions = "GDPR3002";

    public const string NotComputable = "GDPR3003";

    public const string NotSorted = "GDPR3004";

    public const string NoOrder = "GDPR3006";

    public const string NotDisposable = "GDPR3007";

    public const string LedgerElsewhere = "GDPR3008";
}
