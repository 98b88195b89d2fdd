using System.Buffers.Binary;

namespace GdprKit.Transparency;

/// <summary>A signature under a note (C2SP, signed-note).</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Name">The name of the key that signed, as it says.</param>
/// <param name="KeyId">The id of that key.</param>
/// <param name="Bytes">The signature; 64 bytes when it is one of Ed25519.</param>
public sealed record NoteSignature(string Name, uint KeyId, ValueList<byte> Bytes)
{
    private const string Dash = "\u2014 ";

    /// <summary>The line that stands in the note.</summary>
    public override string ToString()
    {
        var bytes = new byte[KeyName.IdLength + Bytes.Count];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Bytes.AsSpan().CopyTo(bytes.AsSpan(KeyName.IdLength));
        return $"{Dash}{Name} {Convert.ToBase64String(bytes)}";
    }

    internal static NoteSignature? Read(string line) =>
        line.StartsWith(Dash, StringComparison.Ordinal)
        && line[Dash.Length..].Split(' ') is [var name, var text]
        && KeyName.IsName(name)
        && StrictBase64.Read(text) is { Length: > KeyName.IdLength } bytes
            ? new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), [.. bytes.AsSpan(KeyName.IdLength)])
            : null;
}
