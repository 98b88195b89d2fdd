namespace GdprKit.Register;

/// <summary>Where data come from that the person did not give.</summary>
internal static class DataSourceJson
{
    public static DataSource Read(JsonObjectReader from)
    {
        from.Require("name");
        return new DataSource(from.Localized("name") ?? LocalizedText.Empty, from.Flag("publiclyAccessible") ?? false);
    }

    public static void Write(JsonObjectWriter to, DataSource source)
    {
        to.Localized("name", source.Name);
        to.Flag("publiclyAccessible", source.IsPubliclyAccessible);
    }
}
