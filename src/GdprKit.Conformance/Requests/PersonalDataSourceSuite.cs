using GdprKit.Requests;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>
/// What every suite of <see cref="IPersonalDataSource"/> has in common. Derive each suite once per fixture:
/// <c>public sealed class SourceTests(MyFixture fixture) : DataSourceSuite&lt;MyFixture&gt;(fixture);</c>
/// </summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class PersonalDataSourceSuite<TFixture> : IClassFixture<TFixture>, IAsyncLifetime
    where TFixture : PersonalDataSourceFixture
{
    private protected PersonalDataSourceSuite(TFixture fixture) => Fixture = fixture;

    private protected TFixture Fixture { get; }

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What the keys of the people of this test begin with.</summary>
    private protected string Prefix { get; } = $"{Guid.NewGuid():N}-";

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected SubjectId One(string code, Key<SubjectKind>? kind = null) => SubjectId.Of(kind ?? DomainKeys.People, Prefix + code);

    private protected async Task<List<SourceRecord>> ReadAsync(SubjectId person, CancellationToken? cancellationToken = null) =>
        await (await Fixture.OpenAsync(Token)).ReadRecordsAsync(person, cancellationToken ?? Token).ToListAsync(cancellationToken ?? Token);

    /// <summary>The texts of this test that are handed out, each as often as it is.</summary>
    private protected async Task<IEnumerable<string>> TextsAsync(SubjectId person) =>
        (await ReadAsync(person)).SelectMany(record => record.Fields).Select(field => field.Value).OfType<string>().Where(text => text.StartsWith("text ", StringComparison.Ordinal));
}
