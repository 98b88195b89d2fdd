using System.Buffers;
using System.Text.Json;
using GdprKit.Content;
using GdprKit.Register;

namespace GdprKit;

/// <summary>
/// Writes a register as JSON. It writes only what <see cref="RegisterCheck"/> has accepted: ordered, complete and without faults.
/// </summary>
internal static class RegisterJson
{
    private static readonly JsonWriterOptions ForPeople = new() { Indented = true, IndentSize = 2, NewLine = "\n" };

    /// <summary>The one sequence of bytes (RFC 8785) that stands for everything the register says.</summary>
    public static byte[] WriteCanonical(RegisterDeclarations declarations) => CanonicalJson.Canonicalize(Write(declarations, schema: null, default).WrittenSpan);

    /// <summary>The content of a register file, for people and their editors.</summary>
    public static byte[] WriteIndented(RegisterDeclarations declarations)
    {
        var file = Write(declarations, $"./{RegisterSchema.FileName}", ForPeople);
        file.Write("\n"u8);
        return file.WrittenSpan.ToArray();
    }

    private static ArrayBufferWriter<byte> Write(RegisterDeclarations declarations, string? schema, JsonWriterOptions options)
    {
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output, options);
        var root = new JsonObjectWriter(json);
        json.WriteStartObject();
        root.Text("$schema", schema);
        RegisterDeclarationsJson.Write(root, declarations);
        json.WriteEndObject();
        json.Flush();
        return output;
    }
}
