using System.Collections.Immutable;
using GdprKit.InMemory;

namespace GdprKit.Conformance.Notices;

/// <summary>A fixture of a source of contacts with one defect.</summary>
internal sealed class DefectiveContactFixture(ContactDefect defect) : ContactSourceFixture
{
    private readonly InMemoryDatabase _database = new();

    private ImmutableList<Correspondent> _rows = [];

    public override ValueTask<ContactSourceSession> OpenAsync(CancellationToken cancellationToken)
    {
        var (subjects, ledger) = (new InMemorySubjectDirectory(_database), new InMemoryLedgerStore(_database));
        var sound = new ListedContacts(() => defect.Rows(_rows), subjects, ledger);
        return ValueTask.FromResult(new ContactSourceSession(defect.Source(sound), subjects, ledger));
    }

    public override ValueTask AddAsync(IReadOnlyCollection<Correspondent> rows, CancellationToken cancellationToken)
    {
        ImmutableInterlocked.Update(ref _rows, all => all.AddRange(rows));
        return ValueTask.CompletedTask;
    }

    public override ValueTask RemoveAsync(IReadOnlyCollection<Correspondent> rows, CancellationToken cancellationToken)
    {
        ImmutableInterlocked.Update(ref _rows, all => all.RemoveRange(rows));
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        _database.Dispose();
        return base.DisposeAsync();
    }
}
