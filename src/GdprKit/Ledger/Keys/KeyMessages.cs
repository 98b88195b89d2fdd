namespace GdprKit.Ledger;

/// <summary>The ids of the messages about keys; MESSAGES.md lists them all.</summary>
internal static class KeyMessages
{
    public const string NoPurpose = "GDPR1140";

    public const string TagMalformed = "GDPR1141";

    public const string RingMissing = "GDPR3180";

    public const string RingDamaged = "GDPR3181";

    public const string RingOpen = "GDPR3182";

    public const string RingExists = "GDPR3183";

    public const string NoRing = "GDPR3184";

    public const string RotationUnderWay = "GDPR3186";

    public const string TagKeyLacking = "GDPR3187";
}
