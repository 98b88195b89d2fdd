using System.Buffers;

namespace GdprKit.Documents;

/// <summary>Which targets a link may have. A browser is more lenient about addresses than <see cref="Uri"/>, so relative ones are judged by their characters.</summary>
internal static class LinkTarget
{
    // Browsers drop control characters within a scheme, and read a backslash as a slash.
    private static readonly SearchValues<char> Refused = SearchValues.Create(
        "\\\"<>^`{|}\u007f" + string.Concat(Enumerable.Range(0, ' ' + 1).Select(control => (char)control)));

    private static readonly SearchValues<char> EndOfFirstSegment = SearchValues.Create("/?#");

    public static bool IsAllowed(Uri target) => target.IsAbsoluteUri
        ? target.Scheme is "https" or "http" or "mailto" or "tel"
        : StaysWithinSite(target.OriginalString);

    public static string Write(Uri target) => target.IsAbsoluteUri ? target.AbsoluteUri : target.OriginalString;

    private static bool StaysWithinSite(string address)
    {
        var end = address.AsSpan().IndexOfAny(EndOfFirstSegment);
        var firstSegment = end < 0 ? address : address[..end];
        return address.Length > 0
            && !address.AsSpan().ContainsAny(Refused)
            && !firstSegment.Contains(':', StringComparison.Ordinal)
            && !address.StartsWith("//", StringComparison.Ordinal);
    }
}
