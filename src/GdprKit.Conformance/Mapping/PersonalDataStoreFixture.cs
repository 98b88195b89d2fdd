using System.Runtime.ExceptionServices;
using GdprKit.Mapping;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>
/// What the suites need to know of an adapter of <see cref="IPersonalDataStore"/>: how a store is made, filled and taken away. Each
/// suite has a fixture, and so a store, of its own; a store must not see what another one holds.
/// </summary>
/// <remarks>
/// Where the medium is not installed, let <see cref="CreateAsync"/> throw <c>SkipException.ForSkip("what to install")</c> of xunit:
/// every test is then skipped with that reason.
/// </remarks>
public abstract class PersonalDataStoreFixture : IAsyncLifetime
{
    private readonly Dictionary<Type, string> _leftOut = [];
    private readonly SemaphoreSlim _opening = new(1);
    private ExceptionDispatchInfo? _failure;
    private OpenedStore? _opened;
    private bool _isCreated;
    private bool _isTakenAway;

    /// <summary>Makes an empty store. Called once.</summary>
    /// <param name="domain">
    /// What it must be able to keep: <see cref="ConformanceDomain.Description"/> without what was left out. The store describes the same
    /// classes under names of its own. Where the adapter knows a way by which applications hide rows, it hides those with
    /// <see cref="Person.IsHidden"/> and <see cref="Order.IsHidden"/>.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A store as a host would get it: used by several threads at once, and kept for as long as the host runs.</returns>
    protected abstract ValueTask<IPersonalDataStore> CreateAsync(StoreDescription domain, CancellationToken cancellationToken);

    /// <summary>Puts objects into the store, as the application would. Called any number of times, also while the store answers.</summary>
    /// <param name="rows">
    /// New objects of the classes of the domain; whatever one of them refers to comes before it, here or in an earlier call. Objects
    /// that navigations lead to are among them.
    /// </param>
    /// <param name="cancellationToken">Ends the work.</param>
    protected abstract ValueTask AddAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the data away: drops the database, deletes the files, closes the connection to the other system. The store itself stays
    /// and cannot reach them any more. Called once, mostly at the end.
    /// </summary>
    protected abstract ValueTask TakeAwayAsync();

    /// <summary>Says, in the constructor, that the medium cannot keep a class. The tests that need it are skipped with the reason.</summary>
    /// <typeparam name="TEntity"><see cref="Member"/>, <see cref="AddressBook"/> or <see cref="CalendarEntry"/>; every store can keep the others.</typeparam>
    /// <param name="reason">Why not, for who reads the result: "a table holds rows of one class".</param>
    /// <exception cref="ArgumentException">GDPR1090: every store can keep the class, or the reason is missing.</exception>
    protected void LeaveOut<TEntity>(string reason)
    {
        if (typeof(TEntity) != typeof(Member) && typeof(TEntity) != typeof(AddressBook) && typeof(TEntity) != typeof(CalendarEntry))
        {
            throw new ArgumentException($"{ConformanceMessages.NotLeftOut}: every store can keep {typeof(TEntity).Name}. Leave out Member, AddressBook or CalendarEntry only.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        _leftOut[typeof(TEntity)] = reason;
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Takes the data away, if that did not happen yet.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isCreated)
        {
            await TakeAwayOnceAsync();
        }

        _opening.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Why a class is left out; <see langword="null"/> when it is kept.</summary>
    internal string? WhyLeftOut(Type entity) => _leftOut.GetValueOrDefault(entity);

    /// <summary>The store with the rows of a suite, made and filled by the first test that asks.</summary>
    internal async ValueTask<OpenedStore> OpenAsync(Func<IEnumerable<object>> rows, CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            _failure?.Throw();
            return _opened ??= await CreateAndFillAsync(rows, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // What does not come up now will not come up for the next test either, and may take long to find out.
            _failure = ExceptionDispatchInfo.Capture(exception);
            throw;
        }
        finally
        {
            _opening.Release();
        }
    }

    internal async ValueTask PutAsync(IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        object[] kept = [.. rows.Where(row => WhyLeftOut(row.GetType()) is null)];
        await AddAsync(kept, cancellationToken);
    }

    internal async ValueTask TakeAwayOnceAsync()
    {
        await _opening.WaitAsync();
        try
        {
            if (!_isTakenAway)
            {
                _isTakenAway = true;
                await TakeAwayAsync();
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    private async ValueTask<OpenedStore> CreateAndFillAsync(Func<IEnumerable<object>> rows, CancellationToken cancellationToken)
    {
        var store = await CreateAsync(Kept(), cancellationToken);
        _isCreated = true;
        var opened = OpenedStore.Resolve(store, type => WhyLeftOut(type) is null, cancellationToken);
        await PutAsync(rows(), cancellationToken);
        return opened;
    }

    private StoreDescription Kept()
    {
        var all = ConformanceDomain.Description;
        var names = all.Entities.Where(entity => WhyLeftOut(entity.Type) is null).Select(entity => entity.Name).ToHashSet();
        return all with
        {
            Entities = all.Entities.Where(entity => names.Contains(entity.Name))
                .Select(entity => entity with { References = entity.References.Where(reference => names.Contains(reference.Target)).ToValueList() })
                .ToValueList(),
        };
    }
}
