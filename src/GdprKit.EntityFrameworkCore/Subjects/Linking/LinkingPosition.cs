using System.Globalization;
using System.Text.Json;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Where the linking of all people goes on: in which table of people, and after which key.</summary>
/// <param name="Table">The name of the table; empty to begin with the first.</param>
/// <param name="After">The values of the last key that was done; empty to begin with the first.</param>
internal sealed record LinkingPosition(string Table, ValueList<object> After)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 1 };

    public static LinkingPosition Start { get; } = new("", []);

    /// <summary>Whether a value can be kept, so that a table can be done in ranges.</summary>
    public static bool CanKeep(object value) => value is short or int or long or decimal or string or Guid;

    public static LinkingPosition Read(ValueList<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return Start;
        }

        using var document = JsonDocument.Parse(bytes.AsSpan().ToArray(), Strict);
        string[] texts = [.. document.RootElement.EnumerateArray().Select(text => text.GetString()!)];
        return new LinkingPosition(texts[0], texts.Skip(1).Select(ReadValue).ToValueList());
    }

    public ValueList<byte> ToBytes()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(Table);
            foreach (var value in After)
            {
                writer.WriteStringValue(WriteValue(value));
            }

            writer.WriteEndArray();
        }

        return [.. stream.ToArray()];
    }

    /// <summary>The table; the key is withheld.</summary>
    public override string ToString() => Table;

    private static string WriteValue(object value) => value switch
    {
        string text => $"s{text}",
        Guid guid => $"g{guid:D}",
        decimal number => $"d{number.ToString(CultureInfo.InvariantCulture)}",
        _ => $"i{Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)}",
    };

    private static object ReadValue(string text) => text[0] switch
    {
        's' => text[1..],
        'g' => Guid.ParseExact(text.AsSpan(1), "D"),
        'd' => decimal.Parse(text.AsSpan(1), CultureInfo.InvariantCulture),
        _ => long.Parse(text.AsSpan(1), CultureInfo.InvariantCulture),
    };
}
