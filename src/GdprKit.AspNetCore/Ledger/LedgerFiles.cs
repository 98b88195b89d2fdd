using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GdprKit.Ledger;

namespace GdprKit;

/// <summary>What of the ledger is handed over as a file, to be kept where nobody who writes to the database can change it.</summary>
internal static class LedgerFiles
{
    // A proof is read by people too.
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>
    /// A checkpoint that nobody signed, in the form of one that is (C2SP, tlog-checkpoint): whose ledger, how many entries, their root. Without a key there is no
    /// name that is anybody's; the random number of the ledger is the same in every copy of it.
    /// </summary>
    public static byte[] CheckpointOf(LedgerTip tip) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"urn:uuid:{tip.Ledger}\n{tip.Tree.Size}\n{Base64(tip.Tree.Root)}\n"));

    /// <summary>That an entry stands at its place in a tree (RFC 9162, section 2.1.3).</summary>
    public static byte[] ProofOf(OrderedEntry entry, MerkleTree tree, InclusionProof proof)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, Indented);
        json.WriteStartObject();
        json.WriteString("entry", entry.Id.ToString());
        json.WriteNumber("position", entry.Position);
        json.WriteString("hash", Base64(entry.Hash));
        json.WriteNumber("treeSize", tree.Size);
        json.WriteString("root", Base64(tree.Root));
        json.WriteStartArray("path");
        foreach (var digest in proof.Path)
        {
            json.WriteStringValue(Base64(digest));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    public static string Base64(Digest digest)
    {
        Span<byte> bytes = stackalloc byte[Digest.ByteCount];
        digest.CopyTo(bytes);
        return Convert.ToBase64String(bytes);
    }
}
