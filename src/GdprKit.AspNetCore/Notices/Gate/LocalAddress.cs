namespace GdprKit;

/// <summary>Addresses within the site, so that nobody is sent elsewhere by a link that somebody else made.</summary>
internal static class LocalAddress
{
    private const int LongestAddress = 2000;

    /// <summary>The address where it lies within the site; else the root of the site.</summary>
    /// <param name="address">A path with its query, or whatever a stranger wrote instead.</param>
    /// <param name="root">The root of the site.</param>
    public static string Of(string? address, string root) => IsLocal(address) ? address! : $"{root}/";

    // Browsers read a backslash as a slash, and drop tabs and line breaks, so two slashes can hide behind them.
    private static bool IsLocal(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && address.Length <= LongestAddress && !address.Any(letter => letter is < ' ' or '\\' or '\u007f');
}
