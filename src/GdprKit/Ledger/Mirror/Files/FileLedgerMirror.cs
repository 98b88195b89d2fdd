using System.Runtime.CompilerServices;

namespace GdprKit.Ledger;

/// <summary>A mirror of the ledger in files of a folder: on another disk, or on a share of another machine.</summary>
/// <remarks>
/// <para>
/// What it acknowledged is flushed to the disk. The folder is made when it is first written to, with rights for the account of the application only; the one in which it
/// lies must be there. One process writes at a time, whoever has <c>lock</c> open; the inbox takes items from several at once. Safe for use by several threads.
/// </para>
/// <para>
/// <b>The files.</b> Numbers are in big-endian order, <c>[n]</c> is the number of bytes. Everything is made of frames: length of the body [4], kind [1], body, CRC-32C of what stands
/// before it [4]. <c>name</c> is a length [1] and ASCII; <c>bytes</c> is a length [4] and bytes; a digest is a SHA-256 [32].
/// </para>
/// <code>
/// segments/00000000000000000000.segment    the position of its first entry, in 20 digits
///   H  "GdprKit mirror" [14], format: 1 [2], ledger [16], how often it was written anew [4],
///      position of its first entry [8], a digest for each binary digit of that number that is set: the right edge
///      of the tree before that entry, checkpoint before it as bytes
///   E  position [8], id [16], hash of the entry [32], parts [1], and of those parts
///        1  the hash under which it expired [32]
///        2  the entry: 16 another id [16], 32 another hash [32], kind of the stream as a name, subject [16],
///           key as a name, version [8], microseconds since 1970 [8], type as a name, salt [16], facts as bytes,
///           4 the commitment to the details [32], 8 the details: salt [16], JSON as bytes;
///           number of digests of content [2], the digests
///   C  ledger [16], size before the batch [8], size with it [8], root with it [32], its checkpoint as bytes
/// content/(digest in hexadecimal)          the content as it is
/// inbox/(time)-(id).item                   I  id [16], microseconds since 1970 [8], type as a name, content as bytes
/// tip                                      W  ledger [16], size [8], root [32]: how far it was known to reach
/// lock                                     empty
/// </code>
/// <para>
/// A batch counts when its C stands behind its E. What follows the last C of the last segment is a torn end: it is not read, and goes with the next batch. If
/// a C or <c>tip</c> reaches further, it is damage. Who changes an entry on purpose and writes its check anew as well leaves one that is not <see cref="OrderedEntry.IsIntact"/>,
/// or a root that is not that of the C. A segment ends when it has 16 MiB or more. The leaves of the tree are those of <see cref="MerkleTree.LeafOf(Digest)"/> of the hashes.
/// A file of the inbox that is not named so is none of its items, and left alone; the items that can be read are given before one is told that cannot.
/// Forgetting writes a segment anew beside the old one and gives it its name. Names that end in <c>.new</c> are unfinished, and count for nothing.
/// </para>
/// </remarks>
public sealed class FileLedgerMirror : ILedgerMirror, IDisposable
{
    private readonly MirrorMedium _medium;

    private readonly string _root;

    private readonly SemaphoreSlim _turn = new(1, 1);

    private readonly MirrorSegments _segments;

    private readonly SegmentReading _reading;

    private readonly SegmentAppending _appending;

    private readonly SegmentForgetting _forgetting;

    private readonly MirrorContent _content;

    private readonly MirrorInbox _inbox;

    /// <summary>A mirror in a folder. Nothing is read or written before it is used.</summary>
    /// <param name="path">The folder, on another disk than the database; a relative path starts at the current folder.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public FileLedgerMirror(string path)
        : this(path, new MirrorMedium())
    {
    }

    internal FileLedgerMirror(string path, MirrorMedium medium, long segmentBytes = SegmentAppending.SegmentBytes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        (_root, _medium) = (Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)), medium);
        _segments = new MirrorSegments(medium, _root);
        _content = new MirrorContent(medium, _root);
        _inbox = new MirrorInbox(medium, _root);
        _reading = new SegmentReading(_segments);
        _appending = new SegmentAppending(medium, _segments, _reading, _content, segmentBytes);
        _forgetting = new SegmentForgetting(medium, _segments);
    }

    /// <inheritdoc/>
    public ValueTask<MirrorTip?> ReadTipAsync(CancellationToken cancellationToken) => LookAsync(
        () => _segments.Tail() is { Tree.Size: > 0 } tail ? new MirrorTip { Ledger = tail.Header.Ledger, Tree = tail.Tree } : null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Digest> ReadRootAsync(long size, CancellationToken cancellationToken) => LookAsync(
        () =>
        {
            var tree = _segments.Tail()?.Tree ?? MerkleTree.Empty;
            MirrorRange.Require(size, tree.Size);
            return size == tree.Size ? tree.Root : size == 0 ? MerkleTree.Empty.Root : _reading.RootAt(size);
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> AppendAsync(MirrorBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return WriteAsync(() => _appending.Append(batch, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<OrderedEntry>> ReadAsync(long from, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        LedgerLimits.RequirePage(limit);
        return LookAsync(() => _reading.Read(from, limit).ToValueList(), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<Digest>> FindLackingContentAsync(ValueList<Digest> digests, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(digests.Count);
        return LookAsync(
            () =>
            {
                _segments.RequireReachable();
                return digests.Distinct().Where(digest => !_content.Has(digest)).ToValueList();
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken) => LookAsync(
        () =>
        {
            _segments.RequireReachable();
            return _content.Read(digest);
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<string?> ReadCheckpointAsync(CancellationToken cancellationToken) => LookAsync(() => _segments.Tail()?.Checkpoint, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> ForgetAsync(ValueList<OrderedEntry> entries, CancellationToken cancellationToken)
    {
        MirrorRange.RequireAtMostAPage(entries.Count);
        return WriteAsync(
            () =>
            {
                if (_segments.Tail() is not { } tail)
                {
                    return 0L;
                }

                _appending.CutTornEnd(tail);
                return _forgetting.Forget(entries, cancellationToken);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask AcceptAsync(InboxItem item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        MirrorRange.RequireInboxSize(item.Content.Count);

        // Without waiting for who writes to the segments: a withdrawal is accepted at any time.
        cancellationToken.ThrowIfCancellationRequested();
        Guarded(() =>
        {
            _inbox.Accept(item, cancellationToken);
            return true;
        });
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<InboxItem> ReadInboxAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var names = Guarded(() =>
        {
            _segments.RequireReachable();
            return _inbox.List();
        });
        LedgerException? damage = null;
        foreach (var name in names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            InboxItem? item;
            try
            {
                item = Guarded(() => _inbox.Read(name));
            }
            catch (LedgerException fault) when (fault.Id == LedgerMessages.MirrorDamaged)
            {
                // One item that is lost does not take the others with it.
                damage ??= fault;
                continue;
            }

            if (item is not null)
            {
                yield return item;
            }
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
        if (damage is not null)
        {
            throw damage;
        }
    }

    /// <inheritdoc/>
    public ValueTask RemoveFromInboxAsync(ValueList<EntryId> items, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Guarded(() =>
        {
            _segments.RequireReachable();
            _inbox.Remove(items);
            return true;
        });
        return ValueTask.CompletedTask;
    }

    /// <summary>Ends the use. It holds no file open between two calls.</summary>
    public void Dispose() => _turn.Dispose();

    private static T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (MirrorFaults.IsOfMedium(exception))
        {
            throw MirrorFaults.Of(exception);
        }
    }

    private async ValueTask<T> LookAsync<T>(Func<T> look, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Guarded(look);
        }
        finally
        {
            _turn.Release();
        }
    }

    private ValueTask<T> WriteAsync<T>(Func<T> write, CancellationToken cancellationToken) => LookAsync(
        () =>
        {
            // What is missing is told before anything is made.
            _segments.RequireReachable();
            _medium.CreateFolder(_root);
            using var claim = MirrorFaults.Claim(Path.Combine(_root, "lock"), _medium);
            _forgetting.CleanUp();
            return write();
        },
        cancellationToken);
}
