namespace GdprKit.Documents;

/// <summary>
/// What labels have room for. A drawing holds them for a wide and for a narrow screen where these differ; the style sheet shows those
/// that fit, and without it the wide ones are seen.
/// </summary>
/// <param name="Width">How wide a drawing is at least, its axis included, in em of the letters of a chart.</param>
/// <param name="Attributes">The attributes of what is shown on such a screen only.</param>
internal sealed record ChartLayout(double Width, string Attributes)
{
    /// <summary>Every screen to which the style sheet gives no other look, and paper.</summary>
    public static ChartLayout Wide { get; } = new(43, "class=\"gdprkit-chart-wide\"");

    /// <summary>A screen of 320 pixels.</summary>
    public static ChartLayout Narrow { get; } = new(21, "class=\"gdprkit-chart-narrow\" display=\"none\"");
}
