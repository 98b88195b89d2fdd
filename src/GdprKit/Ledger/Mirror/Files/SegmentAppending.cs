namespace GdprKit.Ledger;

/// <summary>Puts batches behind what a mirror holds.</summary>
internal sealed class SegmentAppending(MirrorMedium medium, MirrorSegments segments, SegmentReading reading, MirrorContent content, long segmentBytes)
{
    /// <summary>With so many bytes a segment ends.</summary>
    public const long SegmentBytes = 16L * 1024 * 1024;

    private const int WriteBytes = 1024 * 1024;

    private readonly FrameWriter _writer = new();

    /// <summary>Whether the mirror holds the batch then.</summary>
    public bool Append(MirrorBatch batch, CancellationToken cancellationToken)
    {
        var tail = segments.Tail();
        if (tail is null || (tail.Tree.Size == 0 && tail.Header.Ledger != batch.Expected.Ledger))
        {
            if (batch.Expected.Tree.Size > 0)
            {
                return false;
            }

            cancellationToken.ThrowIfCancellationRequested();
            tail = segments.Create(new SegmentHeader(batch.Expected.Ledger, 0, MerkleTree.Empty, null));
        }

        if (tail.Header.Ledger != batch.Expected.Ledger)
        {
            return false;
        }

        if (batch.Expected.Tree != tail.Tree)
        {
            return batch.Next.Tree.Size <= tail.Tree.Size && reading.RootAt(batch.Next.Tree.Size) == batch.Next.Tree.Root;
        }

        content.Keep(batch.Content, cancellationToken);
        Write(batch, Room(tail), cancellationToken);
        return true;
    }

    /// <summary>Takes away what an interruption left behind the last batch that counts.</summary>
    public void CutTornEnd(SegmentState tail)
    {
        using var file = medium.Open(segments.PathOf(tail.First), FileMode.Open);
        if (file.Length > tail.End)
        {
            medium.Cut(file.SafeFileHandle, tail.End);
            medium.Flush(file.SafeFileHandle);
        }
    }

    private SegmentState Room(SegmentState tail)
    {
        if (tail.End < segmentBytes)
        {
            return tail;
        }

        CutTornEnd(tail);
        return segments.Create(new SegmentHeader(tail.Header.Ledger, 0, tail.Tree, tail.Checkpoint));
    }

    private void Write(MirrorBatch batch, SegmentState tail, CancellationToken cancellationToken)
    {
        using var file = medium.Open(segments.PathOf(tail.First), FileMode.Open);
        if (file.Length > tail.End)
        {
            medium.Cut(file.SafeFileHandle, tail.End);
        }

        var marks = new List<long>();
        try
        {
            var end = Write(file, batch, tail, marks, cancellationToken);
            medium.Flush(file.SafeFileHandle);
            segments.KeepName(tail.First);
            tail.Marks.AddRange(marks);
            tail.Reach(batch.Next.Tree);
            (tail.End, tail.Checkpoint) = (end, batch.Checkpoint ?? tail.Checkpoint);
        }
        catch
        {
            TakeBack(file, tail.End);
            throw;
        }

        segments.Witness(tail);
    }

    private long Write(FileStream file, MirrorBatch batch, SegmentState tail, List<long> marks, CancellationToken cancellationToken)
    {
        var end = tail.End;
        _writer.Clear();
        foreach (var entry in batch.Entries)
        {
            if ((entry.Position - tail.First) % SegmentState.MarkedApart == 0)
            {
                marks.Add(end + _writer.Length);
            }

            EntryRecord.Write(_writer, entry);
            if (_writer.Length >= WriteBytes)
            {
                Drain();
            }
        }

        new BatchCommit(tail.Header.Ledger, batch.Expected.Tree.Size, batch.Next.Tree.Size, batch.Next.Tree.Root, batch.Checkpoint).Write(_writer);
        Drain();
        return end;

        void Drain()
        {
            cancellationToken.ThrowIfCancellationRequested();
            medium.Write(file.SafeFileHandle, _writer.Written.Span, end);
            end += _writer.Length;
            _writer.Clear();
        }
    }

    private void TakeBack(FileStream file, long end)
    {
        try
        {
            medium.Cut(file.SafeFileHandle, end);
        }
        catch (Exception exception) when (MirrorFaults.IsOfMedium(exception))
        {
            // Without its commit it does not count; who writes next takes it away.
        }
    }
}
