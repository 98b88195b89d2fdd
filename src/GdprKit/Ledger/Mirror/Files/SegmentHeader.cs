using System.Text;

namespace GdprKit.Ledger;

/// <summary>The beginning of a segment: what the mirror held before its first entry.</summary>
/// <param name="Ledger">Of which ledger.</param>
/// <param name="Rewritten">How often the segment was written anew because something was forgotten; who remembers places in it looks at this.</param>
/// <param name="Tree">The tree before its first entry; its size is the position of that entry.</param>
/// <param name="Checkpoint">The last checkpoint before it.</param>
internal sealed record SegmentHeader(Guid Ledger, int Rewritten, MerkleTree Tree, string? Checkpoint)
{
    private const int Format = 1;

    private static ReadOnlySpan<byte> Mark => "GdprKit mirror"u8;

    public void Write(FrameWriter writer)
    {
        writer.Begin(FrameKind.Header);
        foreach (var letter in Mark)
        {
            writer.Byte(letter);
        }

        writer.Number2(Format);
        writer.Id(Ledger);
        writer.Number4(Rewritten);
        writer.Number8(Tree.Size);
        foreach (var node in Tree.Edge)
        {
            writer.Hash(node);
        }

        writer.Bytes(Encoding.UTF8.GetBytes(Checkpoint ?? ""));
        writer.End();
    }

    /// <exception cref="LedgerException">GDPR3133: a newer program wrote it.</exception>
    /// <exception cref="InvalidDataException">It is no header.</exception>
    public static SegmentHeader Read(ReadOnlySpan<byte> body)
    {
        var reader = new BodyReader(body);
        foreach (var letter in Mark)
        {
            if (reader.Byte() != letter)
            {
                throw new InvalidDataException();
            }
        }

        var format = reader.Number2();
        if (format != Format)
        {
            throw format > Format ? LedgerException.MirrorNewer() : new InvalidDataException();
        }

        var (ledger, rewritten, size) = (reader.Id(), reader.Number4(), reader.Number8());
        var edge = new Digest[long.PopCount(size)];
        for (var i = 0; i < edge.Length; i++)
        {
            edge[i] = reader.Hash();
        }

        var checkpoint = Encoding.UTF8.GetString(reader.Bytes());
        return reader.IsAtEnd ? new SegmentHeader(ledger, rewritten, MerkleTree.Restore(size, ValueList.Own(edge)), checkpoint.Length == 0 ? null : checkpoint) : throw new InvalidDataException();
    }
}
