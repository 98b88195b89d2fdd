using System.Runtime.CompilerServices;
using GdprKit.Ledger;

namespace GdprKit.Conformance;

/// <summary>A ledger as plain lists, which asks every head and every entry each time: what the port means, for who compares another one with it.</summary>
internal sealed class ModelLedger : ILedgerStore
{
    private readonly List<StreamHead> _heads = [];
    private readonly List<LedgerEntry> _entries = [];
    private readonly List<EntryHash> _hashes = [];
    private readonly List<LedgerContent> _content = [];
    private readonly List<Lease> _leases = [];

    public ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Under is { } fence && !_leases.Exists(lease => lease.Fence == fence))
        {
            return new(new AppendResult.LeaseLost());
        }

        var entries = batch.Streams.SelectMany(append => append.Entries).ToList();
        if (entries.Count > 0 && entries.TrueForAll(entry => _hashes.Contains(new EntryHash(entry.Id, entry.Hash))))
        {
            return new(new AppendResult.Appended());
        }

        var stale = batch.Streams.Where(append => !append.Fits(HeadOf(append.Stream))).Select(append => append.Stream).ToValueList();
        if (!stale.IsEmpty)
        {
            return new(new AppendResult.Conflict(stale));
        }

        if (entries.Exists(entry => _hashes.Exists(hash => hash.Id == entry.Id)))
        {
            throw LedgerException.IdTaken();
        }

        foreach (var append in batch.Streams)
        {
            _heads.RemoveAll(head => head.Stream == append.Stream);
            _heads.Add(append.Head);
        }

        _entries.AddRange(entries);
        _hashes.AddRange(entries.Select(entry => new EntryHash(entry.Id, entry.Hash)));
        _content.AddRange(batch.Content.Except(_content));
        return new(new AppendResult.Appended());
    }

    public ValueTask<ValueList<StreamHead>> FindHeadsAsync(ValueList<StreamId> streams, CancellationToken cancellationToken) =>
        new(_heads.Where(head => streams.Contains(head.Stream)).ToValueList());

    public ValueTask<ValueList<StreamHead>> QueryHeadsAsync(HeadQuery query, CancellationToken cancellationToken) =>
        new(_heads.Where(query.Where.Matches).Where(head => query.After is null || head.Stream > query.After).OrderBy(head => head.Stream).Take(query.Limit).ToValueList());

    public ValueTask<ValueList<HeadCount>> CountHeadsAsync(HeadFilter where, CancellationToken cancellationToken) =>
        new(_heads.Where(where.Matches).CountBy(head => head.Index.Status).OrderBy(count => count.Key).Select(count => new HeadCount(count.Key, count.Value)).ToValueList());

    public async IAsyncEnumerable<LedgerEntry> ReadStreamAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var entry in _entries.Where(entry => entry.Stream == stream && entry.Version > afterVersion).OrderBy(entry => entry.Version).ToList())
        {
            yield return entry;
        }

        await ValueTask.CompletedTask;
    }

    public ValueTask<ValueList<LedgerEntry>> ReadLatestAsync(EntryId? before, int limit, CancellationToken cancellationToken) =>
        new(_entries.Where(entry => before is null || entry.Id < before).OrderByDescending(entry => entry.Id).Take(limit).ToValueList());

    public ValueTask<ValueList<EntryHash>> FindHashesAsync(ValueList<EntryId> entries, CancellationToken cancellationToken) =>
        new(_hashes.Where(hash => entries.Contains(hash.Id)).ToValueList());

    public ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken) => new(_content.Find(content => content.Digest == digest));

    public ValueTask<long> ForgetDetailsAsync(HeadFilter where, CancellationToken cancellationToken)
    {
        var forgotten = 0L;
        for (var i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].Details is not null && where.Matches(HeadOf(_entries[i].Stream)!))
            {
                _entries[i] = _entries[i] with { Details = null };
                forgotten++;
            }
        }

        return new(forgotten);
    }

    public ValueTask<long> ExpireAsync(StreamExpiry expiry, CancellationToken cancellationToken)
    {
        var expired = _heads.Where(expiry.Where.Matches)
            .Where(head => !_heads.Exists(other => (other.Stream.Subject.IsNone || other.Stream.Subject == head.Stream.Subject) && expiry.Unless.IsShielding(other)))
            .OrderBy(head => head.Stream).Take(expiry.Limit).Select(head => head.Stream).ToHashSet();
        _heads.RemoveAll(head => expired.Contains(head.Stream));
        _entries.RemoveAll(entry => expired.Contains(entry.Stream));
        return new(expired.Count);
    }

    public ValueTask<Lease?> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken)
    {
        var lease = request.Apply(_leases.Find(standing => standing.Fence.Name == request.Name));
        if (lease is not null)
        {
            _leases.RemoveAll(standing => standing.Fence.Name == request.Name);
            _leases.Add(lease);
        }

        return new(lease);
    }

    private StreamHead? HeadOf(StreamId stream) => _heads.Find(head => head.Stream == stream);
}
