using System.Collections.Immutable;
using GdprKit.InMemory;

namespace GdprKit.Conformance.Subjects;

/// <summary>A fixture of a source with one defect.</summary>
internal sealed class DefectiveSourceFixture(SourceDefect defect) : SubjectSourceFixture
{
    private readonly InMemoryDatabase _database = new();

    private ImmutableList<object> _rows = [];

    public override ValueTask<SubjectSourceSession> OpenAsync(CancellationToken cancellationToken)
    {
        var directory = new InMemorySubjectDirectory(_database);
        var source = new ListedSource(() => defect.Rows(_rows).Select(ListedPerson.Of).OfType<ListedPerson>(), defect.Subjects(directory));
        return ValueTask.FromResult(new SubjectSourceSession(defect.Source(source), directory));
    }

    public override ValueTask AddAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken)
    {
        ImmutableInterlocked.Update(ref _rows, all => all.AddRange(rows));
        return ValueTask.CompletedTask;
    }

    public override ValueTask RemoveAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken)
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
