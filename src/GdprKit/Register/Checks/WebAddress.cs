namespace GdprKit;

/// <summary>What may be linked to from a notice; nothing else can be, so that a register cannot bring a script into a page.</summary>
internal static class WebAddress
{
    /// <summary>Whether it is an address on the web in full.</summary>
    public static bool IsComplete(Uri url) => url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    /// <summary>Whether it is an address on the web in full, or one from the root of the application.</summary>
    public static bool IsPage(Uri url) => IsComplete(url)
        || (!url.IsAbsoluteUri && url.OriginalString.StartsWith('/') && !url.OriginalString.StartsWith("//", StringComparison.Ordinal) && !url.OriginalString.Contains('\\', StringComparison.Ordinal));
}
