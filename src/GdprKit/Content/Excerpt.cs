namespace GdprKit;

/// <summary>Shortens what a user typed for an error message, so that a message stays one readable line.</summary>
internal static class Excerpt
{
    private const int Length = 40;

    /// <summary>The text, or its beginning followed by an ellipsis; control characters become spaces.</summary>
    public static string Of(string? text)
    {
        if (text is null)
        {
            return "";
        }

        var start = text.Length <= Length ? text : string.Concat(text.AsSpan(0, Length), "…");
        return string.Create(start.Length, start, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });
    }
}
