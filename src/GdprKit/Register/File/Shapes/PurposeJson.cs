namespace GdprKit.Register;

/// <summary>What an activity is for.</summary>
internal static class PurposeJson
{
    public static Purpose Read(JsonObjectReader from)
    {
        from.Require("description");
        return new Purpose(from.Localized("description") ?? LocalizedText.Empty, from.Term("term"));
    }

    public static void Write(JsonObjectWriter to, Purpose purpose)
    {
        to.Localized("description", purpose.Description);
        to.Term("term", purpose.Term);
    }
}
