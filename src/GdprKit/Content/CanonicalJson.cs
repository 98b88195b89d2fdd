using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace GdprKit.Content;

/// <summary>
/// The JSON Canonicalization Scheme (RFC 8785): one sequence of bytes for everything that JSON considers the same, so that a
/// hash can stand for a declaration or a fact.
/// </summary>
/// <remarks>
/// <para>
/// No white space; properties ordered by the UTF-16 code units of their names; strings in UTF-8 with the fewest escapes, and
/// not normalised; numbers as ECMAScript writes an IEEE 754 double. A number is that double: digits that a double cannot hold
/// are rounded away, so keep 64-bit ids in strings.
/// </para>
/// <para>
/// Refused, with a <see cref="CanonicalJsonException"/> and nothing written: bytes that are not UTF-8 (GDPR1052), text that is
/// not one JSON value (GDPR1053; comments and trailing commas are no JSON), nesting beyond <see cref="MaximumDepth"/>
/// (GDPR1054), a property name that occurs twice in an object (GDPR1055), half of a surrogate pair (GDPR1056) and numbers
/// beyond the finite doubles (GDPR1057).
/// </para>
/// <para>Safe for use by several threads.</para>
/// </remarks>
public static class CanonicalJson
{
    /// <summary>How many objects and arrays may be open at once: 64.</summary>
    public const int MaximumDepth = 64;

    // One level more than is allowed: the reader then meets the level too many, and says so by our own fault.
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = MaximumDepth + 1 };

    /// <summary>The canonical form of a JSON text.</summary>
    /// <param name="utf8Json">One JSON value in UTF-8, without a byte order mark.</param>
    /// <exception cref="CanonicalJsonException">GDPR1052 to GDPR1057: the text has no canonical form.</exception>
    public static byte[] Canonicalize(ReadOnlySpan<byte> utf8Json) => Build(utf8Json).WrittenSpan.ToArray();

    /// <summary>The canonical form of a JSON value.</summary>
    /// <param name="value">The value; how its document was read (comments, depth) does not matter.</param>
    /// <exception cref="ArgumentException">GDPR1058: the element is <c>default</c>.</exception>
    /// <exception cref="CanonicalJsonException">GDPR1052 or GDPR1054 to GDPR1057: the value has no canonical form.</exception>
    /// <exception cref="ObjectDisposedException">The document of the element was disposed.</exception>
    public static byte[] Canonicalize(JsonElement value) => Build(value).WrittenSpan.ToArray();

    /// <summary>Writes the canonical form of a JSON text.</summary>
    /// <param name="utf8Json">One JSON value in UTF-8, without a byte order mark.</param>
    /// <param name="output">Where to. After an exception nothing was written to it.</param>
    /// <exception cref="CanonicalJsonException">GDPR1052 to GDPR1057: the text has no canonical form.</exception>
    public static void Write(ReadOnlySpan<byte> utf8Json, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Build(utf8Json).WrittenSpan);
    }

    /// <summary>Writes the canonical form of a JSON value.</summary>
    /// <param name="value">The value; how its document was read (comments, depth) does not matter.</param>
    /// <param name="output">Where to. After an exception nothing was written to it.</param>
    /// <exception cref="ArgumentException">GDPR1058: the element is <c>default</c>.</exception>
    /// <exception cref="CanonicalJsonException">GDPR1052 or GDPR1054 to GDPR1057: the value has no canonical form.</exception>
    /// <exception cref="ObjectDisposedException">The document of the element was disposed.</exception>
    public static void Write(JsonElement value, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Build(value).WrittenSpan);
    }

    /// <summary>SHA-256 over the canonical form of a JSON text.</summary>
    /// <param name="utf8Json">One JSON value in UTF-8, without a byte order mark.</param>
    /// <exception cref="CanonicalJsonException">GDPR1052 to GDPR1057: the text has no canonical form.</exception>
    public static Digest HashOf(ReadOnlySpan<byte> utf8Json) => Digest.Of(Build(utf8Json).WrittenSpan);

    /// <summary>SHA-256 over the canonical form of a JSON value.</summary>
    /// <param name="value">The value; how its document was read (comments, depth) does not matter.</param>
    /// <exception cref="ArgumentException">GDPR1058: the element is <c>default</c>.</exception>
    /// <exception cref="CanonicalJsonException">GDPR1052 or GDPR1054 to GDPR1057: the value has no canonical form.</exception>
    /// <exception cref="ObjectDisposedException">The document of the element was disposed.</exception>
    public static Digest HashOf(JsonElement value) => Digest.Of(Build(value).WrittenSpan);

    private static ArrayBufferWriter<byte> Build(ReadOnlySpan<byte> utf8Json)
    {
        RefuseUnlessUtf8(utf8Json);
        using var document = Read(utf8Json);
        return CanonicalJsonWriter.Write(document.RootElement);
    }

    private static ArrayBufferWriter<byte> Build(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Undefined)
        {
            throw new ArgumentException($"{ContentMessages.NoValue}: the element holds no JSON value. Pass an element of a document that was read.", nameof(value));
        }

        RefuseUnlessUtf8(JsonMarshal.GetRawUtf8Value(value));
        return CanonicalJsonWriter.Write(value);
    }

    private static void RefuseUnlessUtf8(ReadOnlySpan<byte> utf8Json)
    {
        if (!Utf8.IsValid(utf8Json))
        {
            throw new CanonicalJsonException(ContentMessages.NotUtf8, "The JSON text is not valid UTF-8.", "Save or send it as UTF-8.");
        }
    }

    private static JsonDocument Read(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            // The whole text is looked at before a document is built of it, so that a hostile depth costs no memory.
            var scan = new Utf8JsonReader(utf8Json, Strict);
            while (scan.Read())
            {
                if (scan.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    CanonicalJsonWriter.RefuseBeyondMaximumDepth(scan.CurrentDepth);
                }
            }

            var reader = new Utf8JsonReader(utf8Json, Strict);
            return JsonDocument.ParseValue(ref reader);
        }
        catch (JsonException malformed)
        {
            throw new CanonicalJsonException(
                ContentMessages.InvalidJson,
                $"The text is not JSON: line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}.",
                "Correct it there; comments and trailing commas are not allowed.",
                malformed);
        }
    }
}
