using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace GdprKit.Transparency;

/// <summary>A private key that signs notes with Ed25519 (C2SP, signed-note; RFC 8032). Keep it outside of the database whose ledger it signs for.</summary>
/// <remarks>Safe for use by several threads until it is disposed of, which clears it from memory.</remarks>
public sealed class NoteSigner : IDisposable
{
    private const string Prefix = "PRIVATE+KEY+";

    private readonly Key _key;

    private NoteSigner(string name, Key key) => (_key, Verifier) = (key, new NoteVerifier(name, key.PublicKey));

    private static KeyCreationParameters Exportable => new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };

    /// <summary>The key that verifies what this one signs.</summary>
    public NoteVerifier Verifier { get; }

    /// <summary>Makes a new key.</summary>
    /// <param name="name">Whose key it is: a name that is yours, as <c>shop.example/privacy</c>, without blanks and plus signs.</param>
    /// <exception cref="TransparencyException">GDPR1401: the name cannot be so.</exception>
    public static NoteSigner Create(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
#pragma warning disable CA2000 // The signer owns it.
        return new NoteSigner(KeyName.Require(name), Key.Create(SignatureAlgorithm.Ed25519, Exportable));
#pragma warning restore CA2000
    }

    /// <summary>Takes over a key that was exported.</summary>
    /// <param name="text">What <see cref="Export"/> gave.</param>
    /// <exception cref="TransparencyException">GDPR1408: it is no such key.</exception>
    public static NoteSigner Import(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith(Prefix, StringComparison.Ordinal)
            && text[Prefix.Length..].Split('+', 3) is [var name, var id, var encoded]
            && KeyName.IsName(name)
            && StrictBase64.Read(encoded) is { } bytes)
        {
            try
            {
#pragma warning disable CA2000 // The signer owns it.
                if (bytes is [KeyName.Ed25519, ..] && Key.TryImport(SignatureAlgorithm.Ed25519, bytes.AsSpan(1), KeyBlobFormat.RawPrivateKey, out var key, Exportable) && key is not null)
#pragma warning restore CA2000
                {
                    var signer = new NoteSigner(name, key);
                    if (signer.Verifier.IdText == id)
                    {
                        return signer;
                    }

                    signer.Dispose();
                }
            }
            finally
            {
                CryptographicOperations.ZeroMemory(bytes);
            }
        }

        throw TransparencyRefusals.SignerMalformed();
    }

    /// <summary>The private key as a text, to be kept as every secret is.</summary>
    public string Export()
    {
        byte[] bytes = [KeyName.Ed25519, .. _key.Export(KeyBlobFormat.RawPrivateKey)];
        try
        {
            return $"{Prefix}{Verifier.Name}+{Verifier.IdText}+{Convert.ToBase64String(bytes)}";
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Signs a text.</summary>
    /// <param name="text">Lines, each ended by a line feed, without any other control character.</param>
    /// <exception cref="TransparencyException">GDPR1403: the text cannot be signed.</exception>
    public NoteSignature Sign(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        SignedNote.RequireText(text);
        return new NoteSignature(Verifier.Name, Verifier.KeyId, [.. SignatureAlgorithm.Ed25519.Sign(_key, Encoding.UTF8.GetBytes(text))]);
    }

    /// <summary>Clears the key.</summary>
    public void Dispose() => _key.Dispose();

    /// <summary>The name; the key is withheld.</summary>
    public override string ToString() => Verifier.Name;
}
