using System.Security.Cryptography;
using System.Text;

namespace GdprKit.Transparency;

/// <summary>The names and ids of keys (C2SP, signed-note).</summary>
internal static class KeyName
{
    public const int IdLength = 4;

    /// <summary>The type of a signature with Ed25519 (RFC 8032).</summary>
    public const byte Ed25519 = 1;

    public static string Require(string name) => IsName(name) ? name : throw TransparencyRefusals.NameMalformed();

    public static bool IsName(string name) => name.Length > 0 && name.All(letter => letter != '+' && !char.IsWhiteSpace(letter) && !char.IsControl(letter) && !char.IsSurrogate(letter));

    public static uint IdOf(string name, ReadOnlySpan<byte> publicKey)
    {
        byte[] named = [.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519, .. publicKey];
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(named));
    }
}
