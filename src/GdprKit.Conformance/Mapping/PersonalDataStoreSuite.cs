using System.Runtime.CompilerServices;
using GdprKit.Mapping;
using Xunit;
using Xunit.Sdk;

namespace GdprKit.Conformance;

/// <summary>
/// What every suite of <see cref="IPersonalDataStore"/> has in common. Derive each suite once per fixture:
/// <c>public sealed class CountingTests(MyFixture fixture) : StoreCountingSuite&lt;MyFixture&gt;(fixture);</c>
/// </summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class PersonalDataStoreSuite<TFixture> : IClassFixture<TFixture>, IAsyncLifetime
    where TFixture : PersonalDataStoreFixture
{
    private OpenedStore? _opened;

    private protected PersonalDataStoreSuite(TFixture fixture) => Fixture = fixture;

    private protected TFixture Fixture { get; }

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected IPersonalDataStore Store => _opened!.Store;

    private protected StoreMap Map => _opened!.Map;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _opened = await Fixture.OpenAsync(Rows, Token);
        await PrepareAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>What the store holds when the first test begins.</summary>
    private protected virtual IEnumerable<object> Rows() => SmallWorld.Rows();

    /// <summary>What else happens before each test.</summary>
    private protected virtual ValueTask PrepareAsync() => ValueTask.CompletedTask;

    private protected StoreEntity Entity<T>() => Fixture.WhyLeftOut(typeof(T)) is { } reason
        ? throw SkipException.ForSkip($"{typeof(T).Name} is left out: {reason}")
        : _opened!.Entity(typeof(T));

    private protected StoreTime Time<T>(Key<RetentionEvent> happened) => Entity<T>().Events.Single(each => each.Event == happened).Time;

    /// <summary>The path by which a row is somebody's, by the property with which it begins.</summary>
    private protected OwnerPath Owner<T>(string property) =>
        Entity<T>().Owners.Single(owner => (owner.Steps.IsEmpty ? owner.Key : owner.Steps[0].From)[0].ToString() == property);

    /// <summary>Skips the test, and says why, when the store says before it is asked that it cannot answer.</summary>
    private protected void SkipUnlessAnswerable<T>(RowRequest request)
    {
        if (Store.WhyUnanswerable(Entity<T>(), request) is { } reason)
        {
            throw SkipException.ForSkip($"The store says that it cannot answer: {reason}");
        }
    }

    private protected async Task<long> CountAsync<T>(RowCondition where) =>
        (await Store.CountAsync(Entity<T>(), where, [], Token))[0];

    /// <summary>Counts, and compares the number with the promised one.</summary>
    private protected async Task ExpectAsync<T>(long promised, RowCondition where, string sentence, [CallerMemberName] string name = "") =>
        Promise.IsEqual(promised, await CountAsync<T>(where), sentence, $"CountAsync of {typeof(T).Name} where {ConditionWords.Of(where)}", name);

    private protected async Task<List<RowFacts>> ReadAsync<T>(RowRequest request)
    {
        var facts = new List<RowFacts>();
        await foreach (var row in Store.ReadAsync(Entity<T>(), request, Token))
        {
            facts.Add(row);
        }

        return facts;
    }

    private protected async Task<List<StoredRecord>> ExportAsync<T>(SubjectId subject)
    {
        var records = new List<StoredRecord>();
        await foreach (var record in Store.ExportAsync(Entity<T>(), subject, Token))
        {
            records.Add(record);
        }

        return records;
    }

    /// <summary>Exports, and compares every row, written as its fields, with the promised ones.</summary>
    private protected async Task ExpectExportAsync<T>(IEnumerable<string> promised, SubjectId subject, string sentence, [CallerMemberName] string name = "") =>
        Promise.AreEqual(
            promised,
            (await ExportAsync<T>(subject)).Select(record => string.Join(", ", record.Values.Select(value => $"{value.Property}={ConditionWords.Of(value.Value)}"))),
            sentence,
            $"ExportAsync of {typeof(T).Name} for {ConditionWords.Of(subject)}",
            name);
}
