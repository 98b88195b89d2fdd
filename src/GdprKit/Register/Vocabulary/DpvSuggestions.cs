namespace GdprKit.Register;

/// <summary>Finds the terms that somebody may have meant.</summary>
internal static class DpvSuggestions
{
    private const int Most = 3;

    // Shorter words stand by chance in many names.
    private const int ShortestPart = 4;

    // No term is longer; what is much longer is no misspelt term.
    private const int LongestName = 64;

    /// <summary>The nearest terms, the nearest first; none when nothing is near.</summary>
    /// <param name="text">Prefix and name, or a name alone, spelt anyhow.</param>
    /// <param name="terms">The terms to choose from.</param>
    public static IReadOnlyList<DpvTerm> For(string text, IEnumerable<DpvTerm> terms)
    {
        var (prefix, name) = DpvVocabulary.Split(text);
        name = string.Concat(name.Where(character => !char.IsWhiteSpace(character)));
        if (name.Length is 0 or > LongestName)
        {
            return [];
        }

        // A third of the letters wrong still is a misspelling; more is another word.
        var furthest = Math.Max(2, name.Length / 3);
        var near =
            from term in terms
            let distance = EditDistance.Between(name, term.Name)
            let rank = Math.Min(distance, PlaceWithin(term.Name, name, furthest)) + (prefix.Length == 0 || prefix == term.Prefix ? 0 : 1)
            where rank <= furthest
            orderby rank, distance
            select term;
        return [.. near.Take(Most)];
    }

    /// <summary>A word that a name begins with is nearer than one that it holds elsewhere.</summary>
    private static int PlaceWithin(string name, string word, int furthest) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) switch
    {
        0 when word.Length >= ShortestPart => furthest - 1,
        > 0 when word.Length >= ShortestPart => furthest,
        _ => int.MaxValue - 1,
    };
}
