namespace GdprKit.Transparency;

/// <summary>The ids of this package's messages; MESSAGES.md lists them all.</summary>
internal static class TransparencyMessages
{
    public const string KeyMalformed = "GDPR1400";

    public const string NameMalformed = "GDPR1401";

    public const string NoteMalformed = "GDPR1402";

    public const string TextUnsignable = "GDPR1403";

    public const string Forged = "GDPR1404";

    public const string Unsigned = "GDPR1405";

    public const string CheckpointMalformed = "GDPR1406";

    public const string AnotherOrigin = "GDPR1407";

    public const string SignerMalformed = "GDPR1408";

    public const string NotTheEntries = "GDPR3400";

    public const string AnotherTree = "GDPR3401";

    public const string TileMissing = "GDPR3402";

    public const string SignerMissing = "GDPR3403";

    public const string SignerOpen = "GDPR3404";

    public const string SignerExists = "GDPR3405";

    public const string SignerDamaged = "GDPR3406";

    public const string AnotherSigner = "GDPR3407";
}
