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
            : Edits(key, candidate);

    /// <summary>How many letters must be added, removed or replaced (Levenshtein).</summary>
    private static int Edits(string from, string to)
    {
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        foreach (var letter in from)
        {
            var current = new int[previous.Length];
            current[0] = previous[0] + 1;
            for (var i = 1; i < current.Length; i++)
            {
                var replaced = previous[i - 1] + (to[i - 1] == letter ? 0 : 1);
                current[i] = Math.Min(replaced, Math.Min(previous[i], current[i - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
