namespace GdprKit.Testing;

/// <summary>The ids of the messages of this package; MESSAGES.md of the core lists them all.</summary>
internal static class TestingMessages
{
    public const string NothingToLookAt = "GDPR1095";

    public const string NotHeld = "GDPR1096";

    public const string DueOnAnotherDay = "GDPR1097";

    public const string NoFakeClock = "GDPR1098";

    public const string NotAdded = "GDPR1099";
}
