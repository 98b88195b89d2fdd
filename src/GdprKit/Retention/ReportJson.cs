using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GdprKit.Retention;

/// <summary>How what was counted is written as JSON.</summary>
internal static class ReportJson
{
    public static byte[] Write(bool indented, Action<Utf8JsonWriter> write)
    {
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteObject(() => write(json));
        json.Flush();
        return output.WrittenSpan.ToArray();
    }

    public static void WriteObject(this Utf8JsonWriter json, Action write)
    {
        json.WriteStartObject();
        write();
        json.WriteEndObject();
    }

    public static void WriteList<T>(this Utf8JsonWriter json, string name, ValueList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
