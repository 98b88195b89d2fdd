using GdprKit.Mapping;

namespace GdprKit.Conformance.Mapping;

/// <summary>A fixture of a store with one defect.</summary>
internal sealed class DefectiveFixture : PersonalDataStoreFixture
{
    private readonly Func<ListedStore, IPersonalDataStore> _spoil;
    private ListedStore? _sound;

    public DefectiveFixture(Func<ListedStore, IPersonalDataStore> spoil, bool hasInheritance = true)
    {
        _spoil = spoil;
        if (!hasInheritance)
        {
            LeaveOut<Member>("a queue holds objects of one class");
        }
    }

    protected override ValueTask<IPersonalDataStore> CreateAsync(StoreDescription domain, CancellationToken cancellationToken)
    {
        _sound = new ListedStore(domain, []);
        return ValueTask.FromResult(_spoil(_sound));
    }

    protected override ValueTask AddAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            _sound!.Queue.Enqueue(row);
        }

        return ValueTask.CompletedTask;
    }

    protected override ValueTask TakeAwayAsync()
    {
        _sound!.IsTakenAway = true;
        return ValueTask.CompletedTask;
    }
}
