using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace GdprKit.Content;

/// <summary>Writes one value canonically (RFC 8785, section 3.2). Its JSON is known to be valid UTF-8.</summary>
internal sealed class CanonicalJsonWriter
{
    // Escaped are only what JSON cannot hold otherwise: U+007F and everything above it stand as they are.
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\" + string.Concat(Enumerable.Range(0, ' ').Select(control => (char)control)));

    private readonly ArrayBufferWriter<byte> _output = new();

    private CanonicalJsonWriter()
    {
    }

    public static ArrayBufferWriter<byte> Write(JsonElement value)
    {
        var writer = new CanonicalJsonWriter();
        writer.WriteValue(value, openLevels: 0);
        return writer._output;
    }

    public static void RefuseBeyondMaximumDepth(int openLevels)
    {
        if (openLevels >= CanonicalJson.MaximumDepth)
        {
            throw new CanonicalJsonException(
                ContentMessages.TooDeep,
                $"The JSON text nests objects and arrays more than {CanonicalJson.MaximumDepth} levels deep.",
                "Make it flatter.");
        }
    }

    private void WriteValue(JsonElement value, int openLevels)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                RefuseBeyondMaximumDepth(openLevels);
                WriteObject(value, openLevels + 1);
                break;
            case JsonValueKind.Array:
                RefuseBeyondMaximumDepth(openLevels);
                WriteArray(value, openLevels + 1);
                break;
            case JsonValueKind.String:
                WriteString(value);
                break;
            case JsonValueKind.Number:
                EcmaScriptNumber.Write(value.GetDouble(), _output);
                break;
            default:
                // true, false and null are written in one way only.
                _output.Write(JsonMarshal.GetRawUtf8Value(value));
                break;
        }
    }

    private void WriteObject(JsonElement value, int openLevels)
    {
        var properties = new (string Name, JsonElement Value)[value.GetPropertyCount()];
        var count = 0;
        foreach (var property in value.EnumerateObject())
        {
            properties[count++] = (NameOf(property), property.Value);
        }

        Array.Sort(properties, static (left, right) => string.CompareOrdinal(left.Name, right.Name));

        _output.Write("{"u8);
        for (var i = 0; i < properties.Length; i++)
        {
            if (i > 0)
            {
                RefuseDuplicate(properties[i - 1].Name, properties[i].Name);
                _output.Write(","u8);
            }

            WriteText(properties[i].Name);
            _output.Write(":"u8);
            WriteValue(properties[i].Value, openLevels);
        }

        _output.Write("}"u8);
    }

    private void WriteArray(JsonElement value, int openLevels)
    {
        _output.Write("["u8);
        var first = true;
        foreach (var item in value.EnumerateArray())
        {
            if (!first)
            {
                _output.Write(","u8);
            }

            first = false;
            WriteValue(item, openLevels);
        }

        _output.Write("]"u8);
    }

    private void WriteString(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        if (raw.Contains((byte)'\\'))
        {
            WriteText(TextOf(value));
        }
        else
        {
            // Valid JSON without a backslash holds nothing that must be escaped: it is canonical already.
            _output.Write(raw);
        }
    }

    private void WriteText(ReadOnlySpan<char> text)
    {
        _output.Write("\""u8);
        for (var next = text.IndexOfAny(Escaped); next >= 0; next = text.IndexOfAny(Escaped))
        {
            Encoding.UTF8.GetBytes(text[..next], _output);
            WriteEscape(text[next]);
            text = text[(next + 1)..];
        }

        Encoding.UTF8.GetBytes(text, _output);
        _output.Write("\""u8);
    }

    private void WriteEscape(char character)
    {
        _output.Write(character switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\b' => "\\b"u8,
            '\t' => "\\t"u8,
            '\n' => "\\n"u8,
            '\f' => "\\f"u8,
            '\r' => "\\r"u8,
            _ => [(byte)'\\', (byte)'u', (byte)'0', (byte)'0', .. Encoding.ASCII.GetBytes($"{(int)character:x2}")],
        });
    }

    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException incomplete)
        {
            throw LoneSurrogate(incomplete);
        }
    }

    private static string TextOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException incomplete)
        {
            throw LoneSurrogate(incomplete);
        }
    }

    // The text is UTF-8, so the one thing that keeps it from becoming a string is an escape without its other half.
    private static CanonicalJsonException LoneSurrogate(InvalidOperationException cause) => new(
        ContentMessages.LoneSurrogate,
        "The JSON text holds half of a surrogate pair.",
        "Write the character as a whole pair, for example \\ud83d\\ude02, or as itself.",
        cause);

    private static void RefuseDuplicate(string previous, string name)
    {
        if (string.Equals(previous, name, StringComparison.Ordinal))
        {
            throw new CanonicalJsonException(
                ContentMessages.DuplicateProperty,
                $"The property '{Excerpt.Of(name)}' occurs twice in one object.",
                "Keep one of the two.");
        }
    }
}
