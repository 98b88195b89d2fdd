using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GdprKit.Content;

namespace GdprKit.Ledger;

/// <summary>Writes facts and states to JSON and reads them back.</summary>
internal static class FactsJson
{
    public static ValueList<byte> Write<T>(T value, JsonTypeInfo<T> type, string what)
    {
        var serialized = JsonSerializer.SerializeToUtf8Bytes(value, type);
        FactsGuard.RequireExactNumbers(serialized);
        var json = CanonicalJson.Canonicalize(serialized);
        return json.Length <= LedgerLimits.DocumentBytes
            ? [.. json]
            : throw new LedgerException(
                LedgerMessages.FactsTooLarge,
                $"The {what} of '{type.Type.Name}' have {json.Length} bytes; {LedgerLimits.DocumentBytes} fit.",
                "Put what is long into content, and record its digest.");
    }

    /// <summary>Reads a value, or says that this program cannot.</summary>
    public static T? TryRead<T>(ValueList<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json.AsSpan(), type);
        }
        catch (JsonException)
        {
            // Its message can quote what it could not read.
            return null;
        }
    }
}
