using GdprKit.Ledger;

namespace GdprKit.Conformance.Mirror;

/// <summary>What mirrors get wrong about their inbox.</summary>
internal static class MirrorInboxDefects
{
    public static Func<ILedgerMirror, ILedgerMirror> MarksWhatIsRemoved()
    {
        var removed = new HashSet<EntryId>();
        return sound => new Marking(sound, removed);
    }

    internal sealed class RemembersByItself(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        private readonly List<InboxItem> _items = [];

        public override ValueTask AcceptAsync(InboxItem item, CancellationToken cancellationToken)
        {
            _items.Add(item);
            return ValueTask.CompletedTask;
        }

        public override IAsyncEnumerable<InboxItem> ReadInboxAsync(CancellationToken cancellationToken) => _items.ToAsyncEnumerable();
    }

    internal sealed class AcceptsAnew(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        public override async ValueTask AcceptAsync(InboxItem item, CancellationToken cancellationToken)
        {
            var isKnown = await Sound.ReadInboxAsync(cancellationToken).AnyAsync(other => other.Id == item.Id, cancellationToken);
            await Sound.AcceptAsync(isKnown ? item with { Id = EntryId.New(item.AcceptedAt) } : item, cancellationToken);
        }
    }

    internal sealed class ReadsTheLatestFirst(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        public override IAsyncEnumerable<InboxItem> ReadInboxAsync(CancellationToken cancellationToken) => Sound.ReadInboxAsync(cancellationToken).Reverse();
    }

    private sealed class Marking(ILedgerMirror sound, HashSet<EntryId> removed) : DefectiveMirror(sound)
    {
        public override ValueTask RemoveFromInboxAsync(ValueList<EntryId> items, CancellationToken cancellationToken)
        {
            removed.UnionWith(items);
            return ValueTask.CompletedTask;
        }

        public override IAsyncEnumerable<InboxItem> ReadInboxAsync(CancellationToken cancellationToken) => Sound.ReadInboxAsync(cancellationToken).Where(item => !removed.Contains(item.Id));
    }
}
