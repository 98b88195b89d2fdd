using System.Collections.Concurrent;
using GdprKit.Ledger;
using GdprKit.Requests;
using NodaTime;

namespace GdprKit.Conformance.Requests;

/// <summary>A vault in memory, which can get one thing wrong.</summary>
internal sealed record DefectiveVault(ConcurrentDictionary<EntryId, (byte[] Content, Instant Until)> Files) : IExportVault
{
    public Func<byte[], byte[]> Read { get; init; } = content => content;

    public bool GivesEmptyForNothing { get; init; }

    public bool RemovesAll { get; init; }

    public Duration Early { get; init; }

    public bool IsOfOne { get; init; }

    public bool CannotBeStopped { get; init; }

    public ValueTask<Stream> CreateAsync(EntryId export, Instant until, CancellationToken cancellationToken)
    {
        Check(cancellationToken);
        return new(new Written(content => Files[IsOfOne ? EntryId.Parse("01900000-0000-7000-8000-000000000000") : export] = (content, until)));
    }

    public ValueTask<Stream?> OpenAsync(EntryId export, CancellationToken cancellationToken)
    {
        Check(cancellationToken);
        return new(Files.TryGetValue(IsOfOne ? EntryId.Parse("01900000-0000-7000-8000-000000000000") : export, out var file) ? new MemoryStream(Read(file.Content)) : GivesEmptyForNothing ? new MemoryStream() : null);
    }

    public ValueTask RemoveAsync(EntryId export, CancellationToken cancellationToken)
    {
        Check(cancellationToken);
        if (RemovesAll)
        {
            Files.Clear();
        }

        Files.TryRemove(export, out _);
        return ValueTask.CompletedTask;
    }

    public ValueTask<int> RemoveDueAsync(Instant now, CancellationToken cancellationToken)
    {
        Check(cancellationToken);
        return new(Files.Where(file => file.Value.Until <= now + Early).Count(file => Files.TryRemove(file)));
    }

    private void Check(CancellationToken cancellationToken)
    {
        if (!CannotBeStopped)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private sealed class Written(Action<byte[]> close) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing && CanRead)
            {
                close(ToArray());
            }

            base.Dispose(disposing);
        }
    }
}
