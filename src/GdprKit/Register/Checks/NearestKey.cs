namespace GdprKit;

/// <summary>What somebody who wrote an unknown key may have meant.</summary>
internal static class NearestKey
{
    /// <summary>The nearest of the known keys, or <see langword="null"/> when none is near.</summary>
    public static string? To(string key, IEnumerable<string> known) => known
        .Where(candidate => candidate.Length > 0)
        .Select(candidate => (Key: candidate, Distance: Distance(key, candidate)))
        .Where(candidate => candidate.Distance <= Math.Max(1, key.Length / 3))
        .OrderBy(candidate => candidate.Distance)
        .ThenBy(candidate => candidate.Key, StringComparer.Ordinal)
        .Select(candidate => candidate.Key)
        .FirstOrDefault();

    // A whole word left out or added ("email" for "email-address") is one slip, however long the word.
    private static int Distance(string key, string candidate) =>
        $"-{candidate}-".Contains($"-{key}-", StringComparison.Ordinal) || $"-{key}-".Contains($"-{candidate}-", StringComparison.Ordinal)
            ? 1
            : EditDistance.Between(key, candidate);
}
