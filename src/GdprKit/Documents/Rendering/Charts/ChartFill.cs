namespace GdprKit.Documents;

/// <summary>
/// How the bars of a series are filled. The first is solid, every other has a pattern, so that series are told apart where colours
/// are not seen. A pattern lies on the ground of the page within an outline: next to any other there is an edge.
/// </summary>
internal sealed class ChartFill(string chartId, int series)
{
    private static readonly string[] Patterns =
    [
        "<path d=\"M-2 2l4-4M0 8l8-8M6 10l4-4\" stroke=\"currentColor\" stroke-width=\"2\"/>",
        "<path d=\"M2 0v8M6 0v8\" stroke=\"currentColor\" stroke-width=\"1\"/>",
        "<circle cx=\"2\" cy=\"2\" r=\"1.4\" fill=\"currentColor\"/><circle cx=\"6\" cy=\"6\" r=\"1.4\" fill=\"currentColor\"/>",
        "<path d=\"M0 2h8M0 6h8\" stroke=\"currentColor\" stroke-width=\"1.6\"/>",
        "<path d=\"M0 0l8 8M0 8l8-8\" stroke=\"currentColor\" stroke-width=\"1.2\"/>",
    ];

    private string Id => $"{chartId}--fill-{series + 1}";

    /// <summary>The class by which the style sheet gives the series a colour.</summary>
    public string Class => $"gdprkit-bar-{series + 1}";

    /// <summary>The attributes of a bar.</summary>
    public string Attributes => series == 0
        ? $"class=\"{Class}\" fill=\"currentColor\""
        : $"class=\"{Class}\" fill=\"url(#{Id})\" stroke=\"currentColor\"";

    /// <summary>The pattern to which the attributes refer; empty for the solid one.</summary>
    public string Definition => series == 0
        ? ""
        : $"<pattern id=\"{Id}\" class=\"{Class}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect class=\"gdprkit-chart-ground\" width=\"8\" height=\"8\" fill=\"Canvas\"/>{Patterns[series - 1]}</pattern>";

    public static IReadOnlyList<ChartFill> For(DocumentBlock.Chart chart, string chartId) =>
        [.. chart.Series.Select((_, index) => new ChartFill(chartId, index))];
}
