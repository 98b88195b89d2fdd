using System.Globalization;
using System.Text;

namespace GdprKit.Mapping;

/// <summary>What can be read in the name of a class.</summary>
internal static class EntityName
{
    private const int LongestSlug = 48;

    /// <summary>The name: of the class, or of the entity where the class is a bag of properties.</summary>
    public static string Of(EntityDescription entity)
    {
        var name = IsBag(entity.Type) ? entity.Name[(entity.Name.LastIndexOf('.') + 1)..] : entity.Type.Name;
        var arity = name.IndexOf('`', StringComparison.Ordinal);
        return arity < 0 ? name : name[..arity];
    }

    public static bool IsBag(Type type) => type.IsAssignableTo(typeof(IDictionary<string, object>));

    /// <summary>The name in lower-case words: <c>order line</c>.</summary>
    public static string Words(EntityDescription entity) => string.Join(' ', NameParts.WordsOf(Of(entity)));

    /// <summary>One of them, in English: <c>an order line</c>.</summary>
    public static string One(EntityDescription entity)
    {
        var words = Words(entity);
        return words.Length > 0 && "aeiou".Contains(words[0], StringComparison.Ordinal) ? $"an {words}" : $"a {words}";
    }

    /// <summary>The name in the plural as the text of a key: <c>order-lines</c>.</summary>
    public static string Slug(EntityDescription entity)
    {
        var words = NameParts.WordsOf(Of(entity)).Select(Latin).Where(word => word.Length > 0).ToList();
        var slug = Plural(string.Join('-', words));
        return words.Count == 0 ? "rows" : slug.Length <= LongestSlug ? slug : slug[..LongestSlug].Trim('-');
    }

    /// <summary>What the longest run of words at the end of the name means.</summary>
    public static T? FindAtEnd<T>(EntityDescription entity, IReadOnlyDictionary<string, T> meanings)
        where T : class => FindEndingAt(NameParts.WordsOf(Of(entity)), meanings);

    /// <summary>What the last run of words in the name that means something means.</summary>
    public static T? FindLast<T>(EntityDescription entity, IReadOnlyDictionary<string, T> meanings)
        where T : class
    {
        var words = NameParts.WordsOf(Of(entity));
        return Enumerable.Range(0, words.Count)
            .Select(dropped => FindEndingAt([.. words.SkipLast(dropped)], meanings))
            .FirstOrDefault(found => found is not null);
    }

    private static T? FindEndingAt<T>(IReadOnlyList<string> words, IReadOnlyDictionary<string, T> meanings)
        where T : class => Enumerable.Range(0, words.Count)
            .Select(first => string.Concat(words.Skip(first)))
            .SelectMany(Singulars)
            .Select(meanings.GetValueOrDefault)
            .FirstOrDefault(found => found is not null);

    /// <summary>The word, and what it is the plural of, if it is one.</summary>
    private static IEnumerable<string> Singulars(string word)
    {
        yield return word;
        foreach (var (ending, singular) in new[] { ("ies", "y"), ("es", ""), ("s", ""), ("en", "") })
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                yield return word[..^ending.Length] + singular;
            }
        }
    }

    private static string Plural(string word) =>
        word.EndsWith('s') ? word
        : word.EndsWith('y') && word.Length > 1 && !"aeiou".Contains(word[^2], StringComparison.Ordinal) ? $"{word[..^1]}ies"
        : $"{word}s";

    private static string Latin(string word) => new([.. word.Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
        .Where(char.IsAsciiLetterLower)]);
}
