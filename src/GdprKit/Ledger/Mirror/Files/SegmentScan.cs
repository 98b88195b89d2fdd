using Microsoft.Win32.SafeHandles;

namespace GdprKit.Ledger;

/// <summary>Reads segments through: checks every frame, computes the tree, and remembers places.</summary>
internal static class SegmentScan
{
    private const int SearchBytes = 1024 * 1024;

    /// <summary>The header of a segment; <see langword="null"/> when it cannot be read right.</summary>
    /// <param name="file">The file.</param>
    /// <param name="first">The position of its first entry, as its name has it.</param>
    /// <param name="end">Where the header ends.</param>
    public static SegmentHeader? ReadHeader(SafeFileHandle file, long first, out long end)
    {
        var reader = new FrameReader(file, 0, FrameReader.Few);
        end = 0;
        try
        {
            if (reader.Read() is FrameKind.Header && SegmentHeader.Read(reader.Body) is { } header && header.Tree.Size == first)
            {
                end = reader.Next;
                return header;
            }
        }
        catch (Exception exception) when (IsMalformed(exception))
        {
        }

        return null;
    }

    /// <summary>Reads on from where a segment was read to.</summary>
    /// <param name="file">The file.</param>
    /// <param name="state">What is known of it, which becomes more.</param>
    public static void Continue(SafeFileHandle file, SegmentState state)
    {
        var reader = new FrameReader(file, state.End);
        var leaves = new List<Digest>();
        while (true)
        {
            switch (reader.Read())
            {
                case FrameKind.Entry when IsNext(reader.Body, state, leaves):
                    if ((state.Tree.Size + leaves.Count - 1 - state.First) % SegmentState.MarkedApart == 0)
                    {
                        state.Marks.Add(reader.Offset);
                    }

                    break;
                case FrameKind.Commit when IsRight(reader.Body, state, leaves) is { } tree:
                    state.Reach(tree);
                    state.End = reader.Next;
                    state.Checkpoint = BatchCommit.Read(reader.Body).Checkpoint ?? state.Checkpoint;
                    leaves.Clear();
                    break;
                case FrameKind.Commit:
                    // Every frame is right and the tree is not: somebody wrote the checks anew as well.
                    state.DamagedAt = state.Tree.Size;
                    return;
                default:
                    // Where a batch is complete behind it, this is no torn end.
                    state.DamagedAt = HasCommit(file, reader.Offset, state.Header.Ledger) ? state.Tree.Size + leaves.Count : null;
                    if (state.DamagedAt is null)
                    {
                        var marks = (int)((state.Tree.Size - state.First + SegmentState.MarkedApart - 1) / SegmentState.MarkedApart);
                        state.Marks.RemoveRange(marks, state.Marks.Count - marks);
                    }

                    return;
            }
        }
    }

    public static bool IsMalformed(Exception exception) => exception is InvalidDataException or ArgumentException or FormatException;

    private static bool IsNext(ReadOnlySpan<byte> body, SegmentState state, List<Digest> leaves)
    {
        try
        {
            var (position, hash) = EntryRecord.Place(body);
            if (position != state.Tree.Size + leaves.Count)
            {
                return false;
            }

            leaves.Add(MerkleTree.LeafOf(hash));
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static MerkleTree? IsRight(ReadOnlySpan<byte> body, SegmentState state, List<Digest> leaves)
    {
        try
        {
            var commit = BatchCommit.Read(body);
            var tree = state.Tree.Append(leaves);
            return commit.Ledger == state.Header.Ledger && commit.From == state.Tree.Size && commit.Size == tree.Size && commit.Root == tree.Root && !ReferenceEquals(tree, state.Tree) ? tree : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Whether a commit stands anywhere behind a place. It begins with the id of the ledger, so that is what is sought.</summary>
    private static bool HasCommit(SafeFileHandle file, long from, Guid ledger)
    {
        const int Front = sizeof(int) + 1;
        Span<byte> mark = stackalloc byte[16];
        ledger.TryWriteBytes(mark, bigEndian: true, out _);
        var length = RandomAccess.GetLength(file);
        var window = new byte[(int)Math.Min(SearchBytes, Math.Max(0, length - from))];
        while (from + mark.Length <= length)
        {
            var read = RandomAccess.Read(file, window, from);
            if (read < mark.Length)
            {
                return false;
            }

            for (var at = window.AsSpan(0, read).IndexOf(mark); at >= 0;)
            {
                if (from + at >= Front && new FrameReader(file, from + at - Front, FrameReader.Few).Read() is FrameKind.Commit)
                {
                    return true;
                }

                var next = window.AsSpan(at + 1, read - at - 1).IndexOf(mark);
                at = next < 0 ? -1 : at + 1 + next;
            }

            from += read - mark.Length + 1;
        }

        return false;
    }
}
