namespace GdprKit.Register;

/// <summary>A category of personal data.</summary>
internal static class DataCategoryJson
{
    public static DataCategory Read(Key<DataCategory> key, JsonObjectReader from)
    {
        from.Require("label");
        return new DataCategory
        {
            Key = key,
            Label = from.Localized("label") ?? LocalizedText.Empty,
            Description = from.Localized("description"),
            Sensitivity = from.Choice("sensitivity", DataSensitivity.Ordinary),
            Law = from.Object("law", CitationJson.Read),
            Term = from.Term("term"),
        };
    }

    public static void Write(JsonObjectWriter to, DataCategory category)
    {
        to.Localized("label", category.Label);
        to.Localized("description", category.Description);
        to.Choice("sensitivity", category.Sensitivity, DataSensitivity.Ordinary);
        to.Object("law", category.Law, CitationJson.Write);
        to.Term("term", category.Term);
    }
}
