using System.Text;

namespace GdprKit.Ledger;

/// <summary>The end of a batch in a segment. What stands behind the last one does not count.</summary>
/// <param name="Ledger">Of which ledger; stands first, so that a commit can be found behind what cannot be read.</param>
/// <param name="From">How much the mirror held before the batch.</param>
/// <param name="Size">How much it holds with it.</param>
/// <param name="Root">The root of its tree then.</param>
/// <param name="Checkpoint">The checkpoint that came with the batch, if one did.</param>
internal readonly record struct BatchCommit(Guid Ledger, long From, long Size, Digest Root, string? Checkpoint)
{
    public void Write(FrameWriter writer)
    {
        writer.Begin(FrameKind.Commit);
        writer.Id(Ledger);
        writer.Number8(From);
        writer.Number8(Size);
        writer.Hash(Root);
        writer.Bytes(Encoding.UTF8.GetBytes(Checkpoint ?? ""));
        writer.End();
    }

    public static BatchCommit Read(ReadOnlySpan<byte> body)
    {
        var reader = new BodyReader(body);
        var commit = new BatchCommit(reader.Id(), reader.Number8(), reader.Number8(), reader.Hash(), Encoding.UTF8.GetString(reader.Bytes()) is { Length: > 0 } text ? text : null);
        return reader.IsAtEnd ? commit : throw new InvalidDataException();
    }
}
