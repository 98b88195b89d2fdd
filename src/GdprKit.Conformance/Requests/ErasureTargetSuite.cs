using GdprKit.Ledger;
using GdprKit.Requests;
using NodaTime;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>
/// What every suite of <see cref="IErasureTarget"/> has in common. Derive each suite once per fixture:
/// <c>public sealed class TargetTests(MyFixture fixture) : TargetSuite&lt;MyFixture&gt;(fixture);</c>
/// </summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class ErasureTargetSuite<TFixture> : IClassFixture<TFixture>, IAsyncLifetime
    where TFixture : ErasureTargetFixture
{
    private protected ErasureTargetSuite(TFixture fixture) => Fixture = fixture;

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

    private protected async Task AddAsync(SubjectId person, int things = 1)
    {
        for (var i = 0; i < things; i++)
        {
            await Fixture.AddAsync(person, Token);
        }
    }

    private protected async Task<ErasureAnswer> EraseAsync(SubjectId person, CancellationToken? cancellationToken = null) =>
        await (await Fixture.OpenAsync(Token)).EraseAsync(person, EntryId.New(Instant.FromUtc(2026, 11, 26, 9, 30)), cancellationToken ?? Token);

    /// <summary>How many things are there of each.</summary>
    private protected async Task<string> LeftAsync(params SubjectId[] people)
    {
        var counts = new List<int>();
        foreach (var person in people)
        {
            counts.Add(await Fixture.CountAsync(person, Token));
        }

        return string.Join(", ", counts);
    }
}
