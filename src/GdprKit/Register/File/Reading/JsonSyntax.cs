using System.Text;
using System.Text.Json;

namespace GdprKit.Register;

/// <summary>
/// Whether bytes are JSON of a bearable depth, and if not, where they stop being so and why. The whole text is looked at before
/// a document is made of it, so that a hostile depth costs no memory.
/// </summary>
internal static class JsonSyntax
{
    public const int MaximumDepth = 32;

    // One level more than is allowed: the reader then meets the level too many, and it is told apart from broken JSON.
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = MaximumDepth + 1 };

    /// <summary>The first fault, or <see langword="null"/> when there is none.</summary>
    public static RegisterFault? FaultIn(ReadOnlySpan<byte> utf8Json)
    {
        var reader = new Utf8JsonReader(utf8Json, Strict);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= MaximumDepth)
                {
                    return RegisterFaults.TooDeep(TextPosition.Of((int)reader.TokenStartIndex, utf8Json), MaximumDepth);
                }
            }

            return null;
        }
        catch (JsonException broken)
        {
            return Describe(utf8Json, OffsetOf(broken, utf8Json), tokenStart: (int)reader.BytesConsumed);
        }
    }

    private static RegisterFault Describe(ReadOnlySpan<byte> utf8Json, int offset, int tokenStart)
    {
        var position = TextPosition.Of(offset, utf8Json);
        if (offset >= utf8Json.Length)
        {
            return RegisterFaults.InvalidJson(
                position, "the file ends too early", "Close every brace, bracket and quotation mark that is opened; perhaps a part of the file was lost.");
        }

        if (tokenStart < offset && utf8Json[tokenStart] is (byte)'"')
        {
            return utf8Json[offset] < ' '
                ? RegisterFaults.InvalidJson(position, "a text is not closed before the end of its line", "Close it with a quotation mark; a line break inside a text is written \\n.")
                : RegisterFaults.InvalidJson(position, "a backslash stands before something that it cannot escape", "Write a backslash itself as \\\\.");
        }

        return (char)utf8Json[offset] switch
        {
            '/' => RegisterFaults.InvalidJson(position, "there is a comment", "Remove it: JSON has no comments."),
            '}' or ']' when utf8Json[..offset].TrimEnd(" \t\r\n"u8) is [.., (byte)','] =>
                RegisterFaults.InvalidJson(position, "nothing follows the comma before this bracket", "Remove the comma before it."),
            '\'' => RegisterFaults.InvalidJson(position, "there is a single quotation mark", "Write names and texts between double quotation marks."),
            _ => RegisterFaults.InvalidJson(
                position,
                $"'{CharacterAt(offset, utf8Json)}' cannot stand there",
                "Look just before it for a comma, colon, quotation mark or bracket that is missing or too many."),
        };
    }

    private static string CharacterAt(int offset, ReadOnlySpan<byte> utf8Json)
    {
        Rune.DecodeFromUtf8(utf8Json[offset..], out var character, out _);
        return Excerpt.Of(character.ToString());
    }

    private static int OffsetOf(JsonException broken, ReadOnlySpan<byte> utf8Json)
    {
        var lineStart = 0;
        for (var line = broken.LineNumber ?? 0; line > 0; line--)
        {
            lineStart += utf8Json[lineStart..].IndexOf((byte)'\n') + 1;
        }

        return Math.Min(lineStart + (int)(broken.BytePositionInLine ?? 0), utf8Json.Length);
    }
}
