namespace GdprKit.Register;

/// <summary>A law or guideline: <c>{ "text": "art. 52 AWR", "jurisdiction": "NL" }</c>.</summary>
internal static class CitationJson
{
    /// <summary>Stands for a citation that the file leaves out and should not; its fault is reported where it is missing.</summary>
    public static Citation None { get; } = new("");

    public static Citation Read(JsonObjectReader from)
    {
        from.Require("text");
        return new Citation(from.Text("text") ?? "", from.Url("url"), from.Country("jurisdiction"));
    }

    public static void Write(JsonObjectWriter to, Citation citation)
    {
        to.Text("text", citation.Text);
        to.Url("url", citation.Url);
        to.Country("jurisdiction", citation.Jurisdiction);
    }
}
