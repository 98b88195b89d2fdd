using System.Text.Json;
using System.Text.Json.Serialization;
using GdprKit.Ledger;

namespace GdprKit.Requests;

/// <summary>Writes a salt as its bytes in hexadecimal: a certificate opens what was committed to.</summary>
internal sealed class EntrySaltJsonConverter : JsonConverter<EntrySalt>
{
    public override EntrySalt Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<byte> bytes = stackalloc byte[EntrySalt.ByteCount];
        return reader.GetString() is { Length: 2 * EntrySalt.ByteCount } text && Convert.FromHexString(text, bytes, out _, out _) is System.Buffers.OperationStatus.Done
            ? EntrySalt.FromBytes(bytes)
            : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, EntrySalt value, JsonSerializerOptions options)
    {
        Span<byte> bytes = stackalloc byte[EntrySalt.ByteCount];
        value.CopyTo(bytes);
        writer.WriteStringValue(Convert.ToHexStringLower(bytes));
    }
}
