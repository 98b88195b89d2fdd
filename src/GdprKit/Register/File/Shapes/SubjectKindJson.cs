namespace GdprKit.Register;

/// <summary>A kind of people.</summary>
internal static class SubjectKindJson
{
    public static SubjectKind Read(Key<SubjectKind> key, JsonObjectReader from)
    {
        from.Require("label");
        return new SubjectKind
        {
            Key = key,
            Label = from.Localized("label") ?? LocalizedText.Empty,
            HasOwnNotice = from.Flag("hasOwnNotice") ?? false,
        };
    }

    public static void Write(JsonObjectWriter to, SubjectKind people)
    {
        to.Localized("label", people.Label);
        to.Flag("hasOwnNotice", people.HasOwnNotice);
    }
}
