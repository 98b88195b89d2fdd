using System.Diagnostics;
using System.Text.Json;

namespace GdprKit.Register;

/// <summary>The terms of DPV 2.3, read once from the file that stands in this assembly (see THIRD-PARTY-NOTICES.md).</summary>
internal sealed class DpvVocabulary
{
    private const string Resource = "GdprKit.Register.Vocabulary.dpv-2.3.json";

    private static readonly Lazy<DpvVocabulary> Embedded = new(() => new DpvVocabulary());

    private readonly Dictionary<string, string> _prefixOfNamespace = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DpvTerm> _terms = new(StringComparer.Ordinal);

    private DpvVocabulary()
    {
        using var stream = typeof(DpvVocabulary).Assembly.GetManifestResourceStream(Resource) ?? throw new UnreachableException(Resource);
        using var file = JsonDocument.Parse(stream);
        var namespaces = file.RootElement.GetProperty("namespaces");
        foreach (var property in namespaces.EnumerateObject())
        {
            _prefixOfNamespace.Add(property.Value.GetString()!, property.Name);
        }

        foreach (var entry in file.RootElement.GetProperty("terms").EnumerateArray())
        {
            var prefixed = entry.GetProperty("term").GetString()!;
            var @namespace = namespaces.GetProperty(Split(prefixed).Prefix).GetString()!;
            _terms.Add(prefixed, new DpvTerm(this, prefixed, @namespace, entry.GetProperty("label").GetString()!, Read(entry, "types"), Read(entry, "broader")));
        }
    }

    public static DpvVocabulary Current => Embedded.Value;

    public IReadOnlyCollection<DpvTerm> Terms => _terms.Values;

    public DpvTerm Get(string prefixed) => _terms[prefixed];

    public DpvTerm? Find(string? text) => text is null ? null : _terms.GetValueOrDefault(Abbreviate(text));

    /// <summary>Says that a text is no term, and which terms are near.</summary>
    public string Explain(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "An empty text is not a term of the Data Privacy Vocabulary (DPV).";
        }

        var fault = $"'{Excerpt.Of(text)}' is not a term of the Data Privacy Vocabulary (DPV) 2.3 that GdprKit knows.";
        var nearest = DpvSuggestions.For(Abbreviate(text), Terms);
        return nearest.Count == 0 ? fault : $"{fault} Did you mean {string.Join(" or ", nearest.Select(term => $"'{term}'"))}?";
    }

    /// <summary>What stands before and after the first colon; without a colon, all of it is the name.</summary>
    public static (string Prefix, string Name) Split(string prefixed) => prefixed.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0
        ? (prefixed[..colon], prefixed[(colon + 1)..])
        : ("", prefixed);

    /// <summary>An IRI in a known namespace becomes prefix and name; any other text stays as it is.</summary>
    private string Abbreviate(string text)
    {
        var name = text.IndexOf('#', StringComparison.Ordinal) + 1;
        return _prefixOfNamespace.TryGetValue(text[..name], out var prefix) ? $"{prefix}:{text[name..]}" : text;
    }

    private static string[] Read(JsonElement entry, string property) =>
        entry.TryGetProperty(property, out var terms) ? [.. terms.EnumerateArray().Select(term => term.GetString()!)] : [];
}
