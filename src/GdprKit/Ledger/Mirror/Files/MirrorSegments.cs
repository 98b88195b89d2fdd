using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace GdprKit.Ledger;

/// <summary>The segments of a mirror: which there are, what is in them, and how one goes on after another.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class MirrorSegments(MirrorMedium medium, string root)
{
    private const string Ending = ".segment";

    private readonly Dictionary<long, SegmentState> _known = [];

    private long _flushed;

    private long _named = -1;

    public string Folder { get; } = Path.Combine(root, "segments");

    private string WitnessPath => Path.Combine(root, "tip");

    public string PathOf(long first) => Path.Combine(Folder, first.ToString("D20", CultureInfo.InvariantCulture) + Ending);

    /// <summary>Refuses a mirror whose disk is missing. A folder that is missing is only a mirror that never held anything; one above it that is missing is a disk.</summary>
    public void RequireReachable()
    {
        if (!MirrorFaults.IsThere(root) && !MirrorFaults.IsThere(Path.GetDirectoryName(root)!))
        {
            throw new DirectoryNotFoundException();
        }
    }

    /// <summary>The positions with which segments begin, in rising order.</summary>
    public List<long> List()
    {
        if (!MirrorFaults.IsThere(Folder))
        {
            RequireReachable();
            return [];
        }

        var firsts = Directory.EnumerateFiles(Folder, "*" + Ending)
            .Select(path => long.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : -1)
            .Where(first => first >= 0).Order().ToList();
        return firsts is [] or [0, ..] ? firsts : throw LedgerException.MirrorDamaged(0);
    }

    /// <summary>The last segment; <see langword="null"/> when there is none.</summary>
    /// <exception cref="LedgerException">GDPR3132: it is damaged, or something that was there is not.</exception>
    public SegmentState? Tail()
    {
        // Before the segments are looked at: another process may write meanwhile.
        var witness = TipWitness.Read(WitnessPath);
        var firsts = List();
        if (firsts.Count == 0)
        {
            return witness is null ? null : throw LedgerException.MirrorDamaged(0);
        }

        var tail = Read(firsts[^1]);
        return tail.DamagedAt is null ? tail : throw tail.Damage;

        SegmentState Read(long first)
        {
            using var file = OpenToRead(first);
            var state = Look(file, first);
            if (state.DamagedAt is null && witness is not null)
            {
                state.DamagedAt =
                    witness.Ledger != state.Header.Ledger ? 0
                    : witness.Size > state.Tree.Size ? state.Tree.Size
                    : witness.Size == state.Tree.Size && witness.Root != state.Tree.Root ? state.First
                    : null;
            }

            if (state.DamagedAt is null && state.Tree.Size > Math.Max(_flushed, witness?.Size ?? 0))
            {
                Keep(file);
                KeepName(first);
                _flushed = state.Tree.Size;
            }

            return state;
        }
    }

    /// <summary>A segment, with its damage where it has any.</summary>
    /// <param name="file">The file, opened once for all that is read of it: another process may put a new one under its name meanwhile.</param>
    /// <param name="first">The position with which it begins.</param>
    /// <param name="next">The one with which the next segment begins; <see langword="null"/> for the last.</param>
    public SegmentState StateOf(SafeFileHandle file, long first, long? next)
    {
        var state = Look(file, first);
        if (next is { } following && state.DamagedAt is null && !IsFollowed(state, file, following))
        {
            state.DamagedAt = Math.Min(state.Tree.Size, following);
        }

        return state;
    }

    public SafeFileHandle OpenToRead(long first) => File.OpenHandle(PathOf(first), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Makes a segment, whole or not at all, without an entry.</summary>
    public SegmentState Create(SegmentHeader header)
    {
        medium.CreateFolder(root);
        medium.CreateFolder(Folder);
        var writer = new FrameWriter();
        header.Write(writer);
        var path = PathOf(header.Tree.Size);
        using (var file = medium.Open(path + ".new", FileMode.Create))
        {
            medium.Write(file.SafeFileHandle, writer.Written.Span, 0);
            medium.Flush(file.SafeFileHandle);
        }

        medium.Move(path + ".new", path);
        KeepName(header.Tree.Size);
        return Take(new SegmentState(header.Tree.Size, header, writer.Length));
    }

    /// <summary>Remembers what a segment has become.</summary>
    public SegmentState Take(SegmentState state) => _known[state.First] = state;

    public void Forget(long first) => _known.Remove(first);

    /// <summary>Waits until the name of a segment outlives a loss of power; who made it may have ended before that.</summary>
    public void KeepName(long first)
    {
        if (_named != first)
        {
            medium.FlushFolder(Folder);
            _named = first;
        }
    }

    /// <summary>Bears witness to what is on the disk.</summary>
    public void Witness(SegmentState tail)
    {
        _flushed = tail.Tree.Size;
        new TipWitness(tail.Header.Ledger, tail.Tree.Size, tail.Tree.Root).Write(medium, WitnessPath);
    }

    private SegmentState Look(SafeFileHandle file, long first)
    {
        var header = SegmentScan.ReadHeader(file, first, out var end);
        if (header is null)
        {
            return Take(new SegmentState(first, new SegmentHeader(default, 0, MerkleTree.Empty, null), 0) { DamagedAt = first });
        }

        var length = RandomAccess.GetLength(file);
        var state = _known.GetValueOrDefault(first);
        if (state is null || state.DamagedAt is not null || state.Header != header || state.End > length)
        {
            state = Take(new SegmentState(first, header, end));
        }

        if (state.End < length)
        {
            SegmentScan.Continue(file, state);
        }

        return state;
    }

    private bool IsFollowed(SegmentState state, SafeFileHandle file, long next)
    {
        using var following = OpenToRead(next);
        return RandomAccess.GetLength(file) == state.End
            && (SegmentScan.ReadHeader(following, next, out _) is not { } header || (header.Ledger == state.Header.Ledger && header.Tree == state.Tree && state.Tree.Size == next));
    }

    // What another process wrote may not be on the disk yet: it can have ended before it waited for that. Then nobody counts on it so far.
    private void Keep(SafeFileHandle file)
    {
        try
        {
            medium.Flush(file);
        }
        catch (UnauthorizedAccessException) when (OperatingSystem.IsWindows())
        {
            // It lets nobody flush who only reads; who writes does.
        }
    }
}
