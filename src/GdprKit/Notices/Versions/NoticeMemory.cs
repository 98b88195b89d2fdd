using System.Collections.Concurrent;
using GdprKit.Ledger;
using GdprKit.Notices;
using NodaTime;

namespace GdprKit;

/// <summary>Remembers which versions of the notice were published, so that they are read from the ledger once and not for every visitor and every decision.</summary>
/// <remarks>
/// Versions are exact: they are asked for with the head of the stream, and told only where nothing was published since. That head itself is remembered for
/// decisions only, for a declared time; what this process publishes is forgotten at once, and remembered again once it is committed. One for the process;
/// <c>AddGdprKit</c> adds it. Safe for use by several threads.
/// </remarks>
public sealed class NoticeMemory : IAppendListener
{
    // What was not seen by then was rolled back.
    private static readonly Duration Awaited = Duration.FromMinutes(5);

    private readonly ConcurrentDictionary<StreamId, (StreamHead Head, ValueList<NoticeVersion> Versions)> _published = [];

    // A version is never changed, and its register is content.
    private readonly ConcurrentDictionary<Digest, IReadOnlySet<Key<ProcessingActivity>>> _named = [];

    private readonly ConcurrentDictionary<StreamId, (StreamHead? Head, Instant ReadAt)> _heads = [];

    private readonly ConcurrentDictionary<StreamId, (long Version, Instant At)> _awaited = [];

    /// <summary>Within which time a decision sees what another instance of the application publishes.</summary>
    /// <value>The default is 5 seconds; from dependency injection that of <see cref="DecisionOptions.SeenElsewhereWithin"/>.</value>
    public Duration SeenElsewhereWithin { get; init; } = Duration.FromSeconds(5);

    void IAppendListener.OnAppended(AppendBatch batch)
    {
        foreach (var append in batch.Streams)
        {
            if (append.Stream.Kind == PublishedNotices.Fold.Kind)
            {
                _awaited[append.Stream] = (append.Head.Version, append.Head.RecordedAt);
                _heads.TryRemove(append.Stream, out _);
            }
        }
    }

    internal ValueList<NoticeVersion>? Find(StreamHead head) =>
        _published.TryGetValue(head.Stream, out var known) && known.Head == head ? known.Versions : null;

    internal void Remember(StreamHead head, ValueList<NoticeVersion> versions) => _published[head.Stream] = (head, versions);

    /// <summary>The activities that a version names.</summary>
    internal IReadOnlySet<Key<ProcessingActivity>>? FindNamed(NoticeVersion version) => _named.GetValueOrDefault(version.Digest);

    internal void RememberNamed(NoticeVersion version, IReadOnlySet<Key<ProcessingActivity>> activities) => _named[version.Digest] = activities;

    /// <summary>The head of a stream as it was looked up a moment ago.</summary>
    internal bool TryRecall(StreamId stream, Instant now, out StreamHead? head, out Instant readAt)
    {
        var isKnown = _heads.TryGetValue(stream, out var known) && now >= known.ReadAt && now < known.ReadAt + SeenElsewhereWithin;
        (head, readAt) = known;
        return isKnown;
    }

    /// <summary>Remembers a head, unless something may be published meanwhile that is not in it, or that is in it and not committed.</summary>
    internal void RememberHead(StreamId stream, StreamHead? head, Instant readAt, bool isCommitted)
    {
        if (_awaited.TryGetValue(stream, out var awaited))
        {
            if (!(isCommitted && head?.Version >= awaited.Version) && readAt - awaited.At <= Awaited)
            {
                return;
            }

            _awaited.TryRemove(KeyValuePair.Create(stream, awaited));
        }

        _heads[stream] = (head, readAt);

        // Somebody may have published after it was read and before it was remembered.
        if (_awaited.ContainsKey(stream))
        {
            _heads.TryRemove(stream, out _);
        }
    }
}
