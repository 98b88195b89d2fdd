using Microsoft.Win32.SafeHandles;

namespace GdprKit.Ledger;

/// <summary>Writes segments anew without what is to be forgotten.</summary>
internal sealed class SegmentForgetting(MirrorMedium medium, MirrorSegments segments)
{
    private const int WriteBytes = 1024 * 1024;

    /// <summary>How many entries lost something.</summary>
    public long Forget(ValueList<OrderedEntry> entries, CancellationToken cancellationToken)
    {
        var firsts = segments.List();
        var concerned = (
            from entry in entries
            group entry by SegmentReading.IndexOf(firsts, entry.Position) into segment
            where segment.Key >= 0
            let next = segment.Key == firsts.Count - 1 ? (long?)null : firsts[segment.Key + 1]
            select (First: firsts[segment.Key], Next: next, Entries: segment.ToList())).ToList();

        // All of it is looked at before any of it goes.
        var changes = concerned.ConvertAll(segment => WhatIsLeft(segment.First, segment.Next, segment.Entries));
        foreach (var (state, left) in changes.Where(change => change.Left.Count > 0))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Rewrite(state, left);
        }

        return changes.Sum(change => (long)change.Left.Count);
    }

    /// <summary>Takes away what an interruption left: a part of a segment that was to be written anew.</summary>
    public void CleanUp()
    {
        if (Directory.Exists(segments.Folder))
        {
            foreach (var left in Directory.EnumerateFiles(segments.Folder, "*.new").ToList())
            {
                medium.Delete(left);
            }
        }
    }

    private (SegmentState State, Dictionary<long, OrderedEntry> Left) WhatIsLeft(long first, long? next, List<OrderedEntry> entries)
    {
        using var file = segments.OpenToRead(first);
        var state = segments.StateOf(file, first, next);
        if (state.DamagedAt is not null)
        {
            throw state.Damage;
        }

        var left = new Dictionary<long, OrderedEntry>();
        foreach (var entry in entries.Where(entry => entry.Position < state.Tree.Size))
        {
            var reader = new FrameReader(file, state.Marks[(int)((entry.Position - state.First) / SegmentState.MarkedApart)]);
            SegmentReading.Visit(reader, state, entry.Position, entry.Position + 1, position =>
            {
                if (MirrorForgetting.WhatIsLeft(SegmentReading.EntryOf(reader.Body, position), entry) is { } less)
                {
                    left[position] = less;
                }
            });
        }

        return (state, left);
    }

    private void Rewrite(SegmentState state, Dictionary<long, OrderedEntry> left)
    {
        var path = segments.PathOf(state.First);
        var written = new SegmentState(state.First, state.Header with { Rewritten = state.Header.Rewritten + 1 }, 0) { Tree = state.Tree, Checkpoint = state.Checkpoint };
        using (var old = segments.OpenToRead(state.First))
        using (var file = medium.Open(path + ".new", FileMode.Create))
        {
            written.End = Copy(old, file.SafeFileHandle, state, written, left);
            medium.Flush(file.SafeFileHandle);
        }

        // The name goes to the new file, and with it the old one goes: no name leads to it any more.
        medium.Move(path + ".new", path);
        segments.Take(written);
        medium.FlushFolder(segments.Folder);
    }

    private long Copy(SafeFileHandle old, SafeFileHandle file, SegmentState state, SegmentState written, Dictionary<long, OrderedEntry> left)
    {
        var writer = new FrameWriter();
        var (end, position) = (0L, state.First);
        written.Header.Write(writer);
        var reader = new FrameReader(old, 0);
        _ = reader.Read();
        while (reader.Next < state.End)
        {
            var kind = reader.Read();
            if (kind is FrameKind.None)
            {
                throw LedgerException.MirrorDamaged(position);
            }

            if (kind is FrameKind.Entry)
            {
                if ((position - state.First) % SegmentState.MarkedApart == 0)
                {
                    written.Marks.Add(end + writer.Length);
                }

                if (left.TryGetValue(position++, out var entry))
                {
                    EntryRecord.Write(writer, entry);
                    continue;
                }
            }

            writer.Raw(reader.Frame);
            if (writer.Length >= WriteBytes)
            {
                Drain();
            }
        }

        Drain();
        return end;

        void Drain()
        {
            medium.Write(file, writer.Written.Span, end);
            end += writer.Length;
            writer.Clear();
        }
    }
}
