using System.Text.Json;
using GdprKit.Content;

namespace GdprKit.Ledger;

/// <summary>
/// What an entry says in free words, and may identify a person: a note, the address that was used. Kept apart from the facts, so that
/// it can be forgotten and the entry still proves what it proved.
/// </summary>
/// <remarks>
/// Names with a text each; as JSON one object of strings, canonical (RFC 8785), at most 64 KiB, with a salt of its own. Compared by
/// value. Immutable. Safe for use by several threads.
/// </remarks>
public sealed record EntryDetails
{
    private EntryDetails(EntrySalt salt, ValueList<byte> json) => (Salt, Json) = (salt, json);

    /// <summary>The salt of the commitment, forgotten with the texts.</summary>
    public EntrySalt Salt { get; }

    /// <summary>The texts as canonical JSON in UTF-8.</summary>
    public ValueList<byte> Json { get; }

    /// <summary>The text under a name, or <see langword="null"/>.</summary>
    /// <param name="name">The name, for example <c>note</c>.</param>
    public string? this[string name]
    {
        get
        {
            using var document = JsonDocument.Parse(Json.AsSpan().ToArray());
            return document.RootElement.TryGetProperty(name, out var text) ? text.GetString() : null;
        }
    }

    /// <summary>Every name with its text, in the ordinal order of the names.</summary>
    public ValueList<(string Name, string Text)> ToTexts()
    {
        using var document = JsonDocument.Parse(Json.AsSpan().ToArray());
        return document.RootElement.EnumerateObject().Select(text => (text.Name, text.Value.GetString() ?? "")).ToValueList();
    }

    /// <summary>Details of some texts, with a new salt.</summary>
    /// <param name="texts">One or more names, each once, with a text.</param>
    /// <exception cref="ArgumentException">GDPR1114: there is none, a name is malformed or stands twice, or the texts have more than 64 KiB.</exception>
    public static EntryDetails Of(params ReadOnlySpan<(string Name, string Text)> texts)
    {
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, text) in texts)
            {
                if (!NameSyntax.IsName(name) || text is null || !distinct.Add(name))
                {
                    throw Malformed();
                }

                writer.WriteString(name, text);
            }

            writer.WriteEndObject();
        }

        var json = CanonicalJson.Canonicalize(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        return texts.Length > 0 && json.Length <= LedgerLimits.DocumentBytes ? new EntryDetails(EntrySalt.New(), [.. json]) : throw Malformed();
    }

    /// <summary>Takes over details that were stored.</summary>
    /// <param name="salt">The salt.</param>
    /// <param name="json">The texts as they were written.</param>
    public static EntryDetails FromStored(EntrySalt salt, ReadOnlySpan<byte> json) => new(salt, [.. json]);

    /// <summary>The word "details": what they say is withheld.</summary>
    public override string ToString() => "details";

    private static ArgumentException Malformed() => new(
        $"{LedgerMessages.DetailsMalformed}: details have one text or more, each under a name of its own, and at most {LedgerLimits.DocumentBytes} bytes together. {NameSyntax.Remedy}");
}
