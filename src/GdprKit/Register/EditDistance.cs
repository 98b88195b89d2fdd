namespace GdprKit;

/// <summary>How far two words are apart, to find what somebody meant who misspelt one.</summary>
internal static class EditDistance
{
    /// <summary>How many letters must be added, left out or replaced to make one word of the other (Levenshtein), upper and lower case alike.</summary>
    /// <param name="left">A word.</param>
    /// <param name="right">A word that is known to be short.</param>
    public static int Between(string left, string right)
    {
        Span<int> row = stackalloc int[right.Length + 1];
        for (var column = 0; column < row.Length; column++)
        {
            row[column] = column;
        }

        foreach (var letter in left)
        {
            var diagonal = row[0]++;
            for (var column = 1; column < row.Length; column++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(letter) == char.ToUpperInvariant(right[column - 1]) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(replaced, Math.Min(diagonal, row[column - 1]) + 1);
            }
        }

        return row[^1];
    }
}
