using System.Collections.Concurrent;
using GdprKit.Ledger;

namespace GdprKit;

/// <summary>Remembers which versions of the notice were published, so that they are read from the ledger once and not by every visitor.</summary>
/// <remarks>
/// Exact: it is asked with the head of the stream, which is looked up each time, and answers only where nothing was published since. One for the
/// process; <c>AddGdprKit</c> adds it. Safe for use by several threads.
/// </remarks>
public sealed class NoticeMemory
{
    private readonly ConcurrentDictionary<StreamId, (StreamHead Head, ValueList<NoticeVersion> Versions)> _published = [];

    internal ValueList<NoticeVersion>? Find(StreamHead head) =>
        _published.TryGetValue(head.Stream, out var known) && known.Head == head ? known.Versions : null;

    internal void Remember(StreamHead head, ValueList<NoticeVersion> versions) => _published[head.Stream] = (head, versions);
}
