using System.Globalization;
using System.Text;
using NSec.Cryptography;

namespace GdprKit.Transparency;

/// <summary>A public key that verifies signatures under notes with Ed25519 (C2SP, signed-note; RFC 8032). Give it to whoever is to check.</summary>
/// <remarks>Immutable, and compared by its text. Safe for use by several threads.</remarks>
public sealed record NoteVerifier
{
    private readonly PublicKey _key;

    internal NoteVerifier(string name, PublicKey key)
    {
        (Name, _key) = (name, key);
        KeyId = KeyName.IdOf(name, key.Export(KeyBlobFormat.RawPublicKey));
    }

    /// <summary>Whose key it is, as they say.</summary>
    public string Name { get; }

    /// <summary>By which a signature refers to the key; it tells keys apart and proves nothing.</summary>
    public uint KeyId { get; }

    /// <summary>Reads a key.</summary>
    /// <param name="text">The name, the id as eight hexadecimal digits, and the type and key as base64, with plus signs between.</param>
    /// <exception cref="TransparencyException">GDPR1400: it is none, it is one for something else than Ed25519, or the id is that of another key.</exception>
    public static NoteVerifier Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('+', 3) is [var name, var id, var encoded]
            && KeyName.IsName(name)
            && StrictBase64.Read(encoded) is [KeyName.Ed25519, .. var bytes]
            && PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var key)
            && key is not null
            && new NoteVerifier(name, key) is var verifier
            && id == verifier.IdText
                ? verifier
                : throw TransparencyRefusals.KeyMalformed();
    }

    /// <summary>Whether a signature is of this key and fits a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="signature">The signature.</param>
    public bool Verifies(string text, NoteSignature signature)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(signature);
        return IsMeantBy(signature) && SignatureAlgorithm.Ed25519.Verify(_key, Encoding.UTF8.GetBytes(text), signature.Bytes.AsSpan());
    }

    /// <summary>Whether both are the same key of the same name.</summary>
    public bool Equals(NoteVerifier? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, KeyId);

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => $"{Name}+{IdText}+{Convert.ToBase64String([KeyName.Ed25519, .. _key.Export(KeyBlobFormat.RawPublicKey)])}";

    internal string IdText => KeyId.ToString("x8", CultureInfo.InvariantCulture);

    internal bool IsMeantBy(NoteSignature signature) => signature.KeyId == KeyId && signature.Name == Name;
}
