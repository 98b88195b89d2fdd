namespace GdprKit.Subjects;

/// <summary>The one form of a postal address, as <see cref="MarketingAddress"/> documents it.</summary>
internal static class CanonicalPost
{
    public static string? Of(string? address)
    {
        if (address is null || CanonicalText.Decompose(address) is not { } text)
        {
            return null;
        }

        var kept = string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return kept.Length > 0 ? kept : null;
    }
}
