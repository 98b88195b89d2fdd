namespace GdprKit.Mapping;

/// <summary>Takes a name apart into its words: <c>BillingPostalCode</c>, <c>billing_postal_code</c>, <c>billingPostalCode2</c>.</summary>
internal static class NameParts
{
    /// <summary>Every run of words in the name, written together in lower case: <c>postalcode</c>, <c>billing</c>, the whole.</summary>
    public static IReadOnlySet<string> RunsOf(string name)
    {
        var words = WordsOf(name);
        var runs = new HashSet<string>(StringComparer.Ordinal);
        for (var first = 0; first < words.Count; first++)
        {
            for (var count = 1; first + count <= words.Count; count++)
            {
                runs.Add(string.Concat(words.Skip(first).Take(count)));
            }
        }

        return runs;
    }

    /// <summary>The words of the name in order, in lower case: <c>billing</c>, <c>postal</c>, <c>code</c>.</summary>
    public static IReadOnlyList<string> WordsOf(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || IsBoundary(name, i))
            {
                var word = new string([.. name[start..i].Where(char.IsLetter)]).ToLowerInvariant();
                if (word.Length > 0)
                {
                    words.Add(word);
                }

                start = i;
            }
        }

        return words;
    }

    // "IPAddress" is IP and Address; "BSNnummer" and "eMail" are as their writer saw them.
    private static bool IsBoundary(string name, int i) =>
        !char.IsLetter(name[i])
        || !char.IsLetter(name[i - 1])
        || (char.IsUpper(name[i]) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))));
}
