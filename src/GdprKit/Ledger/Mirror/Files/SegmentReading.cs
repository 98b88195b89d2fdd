using Microsoft.Win32.SafeHandles;

namespace GdprKit.Ledger;

/// <summary>Reads entries and roots out of segments.</summary>
internal sealed class SegmentReading(MirrorSegments segments)
{
    private const int LeavesAtOnce = 1024;

    /// <summary>Entries by their positions, as far as the mirror reaches.</summary>
    public List<OrderedEntry> Read(long from, int limit)
    {
        var found = new List<OrderedEntry>();
        var firsts = segments.List();
        if (firsts.Count == 0)
        {
            _ = segments.Tail();
        }

        for (var i = IndexOf(firsts, from); i >= 0 && i < firsts.Count && found.Count < limit; i++)
        {
            var isLast = i == firsts.Count - 1;
            using var file = segments.OpenToRead(firsts[i]);
            var state = segments.StateOf(file, firsts[i], isLast ? null : firsts[i + 1]);
            Read(file, state, from + found.Count, limit - found.Count, found);
            if (found.Count < limit && state.DamagedAt is not null)
            {
                throw state.Damage;
            }

            if (isLast && found.Count < limit)
            {
                // What was cut off at the end shows only beside what bears witness to it.
                _ = segments.Tail();
            }
        }

        return found;
    }

    /// <summary>The root when it was smaller.</summary>
    public Digest RootAt(long size)
    {
        var firsts = segments.List();
        var i = IndexOf(firsts, size);
        using var file = segments.OpenToRead(firsts[i]);
        var state = segments.StateOf(file, firsts[i], i == firsts.Count - 1 ? null : firsts[i + 1]);
        if (size > state.Tree.Size)
        {
            throw state.Damage;
        }

        // A database stands as a rule where a batch ended.
        if (state.RootAt(size) is { } known)
        {
            return known;
        }

        var reader = new FrameReader(file, 0);
        var tree = state.Header.Tree;
        var leaves = new List<Digest>(LeavesAtOnce);
        while (tree.Size + leaves.Count < size)
        {
            switch (reader.Read())
            {
                case FrameKind.Entry:
                    leaves.Add(MerkleTree.LeafOf(EntryRecord.Place(reader.Body).Hash));
                    break;
                case FrameKind.None:
                    throw LedgerException.MirrorDamaged(tree.Size + leaves.Count);
            }

            if (leaves.Count == LeavesAtOnce)
            {
                tree = tree.Append(leaves);
                leaves.Clear();
            }
        }

        return tree.Append(leaves).Root;
    }

    /// <summary>The entries of a segment that lie in a range, one after the other, each with the frame in which it lies.</summary>
    public static void Visit(FrameReader reader, SegmentState state, long from, long until, Action<long> visit)
    {
        for (var position = from - ((from - state.First) % SegmentState.MarkedApart); position < until;)
        {
            switch (reader.Read())
            {
                case FrameKind.Entry:
                    if (position >= from)
                    {
                        visit(position);
                    }

                    position++;
                    break;
                case FrameKind.Commit:
                    RequireCommit(reader.Body, position);
                    break;
                default:
                    throw LedgerException.MirrorDamaged(position);
            }
        }
    }

    /// <summary>The entry in a frame.</summary>
    /// <exception cref="LedgerException">GDPR3132: it is not what it was.</exception>
    public static OrderedEntry EntryOf(ReadOnlySpan<byte> body, long position)
    {
        try
        {
            var entry = EntryRecord.Read(body);
            return entry.Position == position ? entry : throw LedgerException.MirrorDamaged(position);
        }
        catch (Exception exception) when (SegmentScan.IsMalformed(exception))
        {
            throw LedgerException.MirrorDamaged(position);
        }
    }

    /// <summary>Which of some segments holds a position.</summary>
    public static int IndexOf(List<long> firsts, long position)
    {
        var found = firsts.BinarySearch(position);
        return found >= 0 ? found : ~found - 1;
    }

    private static void Read(SafeFileHandle file, SegmentState state, long from, int limit, List<OrderedEntry> found)
    {
        var until = Math.Min(from + limit, state.Readable);
        if (from >= until)
        {
            return;
        }

        var reader = new FrameReader(file, state.Marks[(int)((from - state.First) / SegmentState.MarkedApart)]);
        Visit(reader, state, from, until, position => found.Add(EntryOf(reader.Body, position)));
        if (until == state.Tree.Size)
        {
            // What makes the last batch count may have been changed since the segment was read through.
            _ = reader.Read() is FrameKind.Commit ? RequireCommit(reader.Body, until) : throw LedgerException.MirrorDamaged(until - 1);
        }
    }

    // Here it stands between the entries of two batches, or behind the last one.
    private static bool RequireCommit(ReadOnlySpan<byte> body, long size)
    {
        try
        {
            return BatchCommit.Read(body).Size == size ? true : throw LedgerException.MirrorDamaged(size - 1);
        }
        catch (Exception exception) when (SegmentScan.IsMalformed(exception))
        {
            throw LedgerException.MirrorDamaged(size - 1);
        }
    }
}
