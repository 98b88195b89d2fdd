namespace GdprKit;

/// <summary>
/// What may be linked to from a notice, whether code or a file declared it; nothing else can be, so that a register cannot bring
/// a script into a page. The JSON Schema of the register file holds the same rules.
/// </summary>
internal static class WebAddress
{
    /// <summary>An address on the web in full, or <see langword="null"/> when the text is none.</summary>
    public static Uri? Parse(string text) =>
        IsReadable(text)
        && (text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal))
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
            ? url
            : null;

    /// <summary>An address on the web in full or one from the root of the application, or <see langword="null"/> when the text is neither.</summary>
    public static Uri? ParsePage(string text) =>
        IsReadable(text) && Uri.TryCreate(text, UriKind.Relative, out var page) && IsPage(page) ? page : Parse(text);

    /// <summary>Whether it is an address on the web in full.</summary>
    public static bool IsComplete(Uri url) => url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    /// <summary>Whether it is an address on the web in full, or one from the root of the application.</summary>
    public static bool IsPage(Uri url) => IsComplete(url)
        || (!url.IsAbsoluteUri && url.OriginalString.StartsWith('/') && !url.OriginalString.StartsWith("//", StringComparison.Ordinal) && !url.OriginalString.Contains('\\', StringComparison.Ordinal));

    private static bool IsReadable(string text) => !text.AsSpan().ContainsAnyInRange('\0', ' ');
}
