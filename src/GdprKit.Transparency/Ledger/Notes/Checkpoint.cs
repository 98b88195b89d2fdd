using System.Globalization;
using GdprKit.Ledger;

namespace GdprKit.Transparency;

/// <summary>What a ledger commits itself to: so many entries, and their root (C2SP, tlog-checkpoint). Who has two of them can ask for a proof that one grew out of the other.</summary>
/// <remarks>Immutable, and compared by value. Safe for use by several threads.</remarks>
public sealed record Checkpoint
{
    private Checkpoint(string origin, long size, Digest root, ValueList<string> extensions) => (Origin, Size, Root, Extensions) = (origin, size, root, extensions);

    /// <summary>Whose ledger it is: the name of the key that signs.</summary>
    public string Origin { get; }

    /// <summary>How many entries it has.</summary>
    public long Size { get; }

    /// <summary>The root of the tree over them.</summary>
    public Digest Root { get; }

    /// <summary>Lines that others have added to the text; GdprKit adds none.</summary>
    public ValueList<string> Extensions { get; }

    /// <summary>A checkpoint of a tree.</summary>
    /// <param name="origin">Whose ledger it is: a name that is yours, as <c>shop.example/privacy</c>.</param>
    /// <param name="tree">The tree.</param>
    /// <exception cref="TransparencyException">GDPR1401: the origin cannot be the name of a key.</exception>
    public static Checkpoint Of(string origin, MerkleTree tree)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(tree);
        return new Checkpoint(KeyName.Require(origin), tree.Size, tree.Root, []);
    }

    /// <summary>Reads the text of a checkpoint.</summary>
    /// <param name="text">The text of a note, without its signatures.</param>
    /// <exception cref="TransparencyException">GDPR1406: it is none.</exception>
    public static Checkpoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('\n') is [{ Length: > 0 } origin, var size, var root, .. var extensions, ""]
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count.ToString(CultureInfo.InvariantCulture) == size
            && StrictBase64.Read(root) is { Length: Digest.ByteCount } hash
            && Array.TrueForAll(extensions, line => line.Length > 0)
                ? new Checkpoint(origin, count, Digest.FromBytes(hash), [.. extensions])
                : throw TransparencyRefusals.CheckpointMalformed();
    }

    /// <summary>Reads a checkpoint that its ledger has signed.</summary>
    /// <param name="note">The note as it was received.</param>
    /// <param name="ledger">The key of the ledger, from somebody who is trusted.</param>
    /// <exception cref="TransparencyException">GDPR1402, GDPR1404 to GDPR1407: it is no such note, its signature is missing or does not fit, or the checkpoint is of another ledger.</exception>
    public static Checkpoint Open(string note, NoteVerifier ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var checkpoint = Parse(SignedNote.Open(note, ledger).Text);
        return checkpoint.Origin == ledger.Name ? checkpoint : throw TransparencyRefusals.AnotherOrigin();
    }

    /// <summary>Signs it. Who signs two that do not fit together shows to everybody that the ledger was rewritten.</summary>
    /// <param name="signer">The key of the ledger; its name is the origin.</param>
    /// <exception cref="TransparencyException">GDPR1407: the key has another name.</exception>
    public SignedNote Sign(NoteSigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return signer.Verifier.Name == Origin ? SignedNote.Sign(ToString(), signer) : throw TransparencyRefusals.AnotherOrigin();
    }

    /// <summary>The text that is signed: the origin, the size and the root as base64, each on a line of its own.</summary>
    public override string ToString()
    {
        var root = new byte[Digest.ByteCount];
        Root.CopyTo(root);
        return string.Concat([$"{Origin}\n", $"{Size.ToString(CultureInfo.InvariantCulture)}\n", $"{Convert.ToBase64String(root)}\n", .. Extensions.Select(line => $"{line}\n")]);
    }
}
