using System.Linq.Expressions;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>A clubhouse whose guests, badges and remarks go by runs.</summary>
public abstract class ClubhouseTest(ClubhouseDatabase database) : IAsyncLifetime
{
    protected static readonly Operator Owner = Operator.Parse("staff-1");

    protected static readonly DateOnly LongAgo = new(2020, 1, 1);

    protected static readonly DateOnly Recently = new(2026, 11, 1);

    /// <summary>Guest 2.</summary>
    protected static readonly HoldScope.Query SecondGuest = QueryOf<Guest>("second-guest");

    /// <summary>Guests who wrote "hold".</summary>
    protected static readonly HoldScope.Query Talkative = QueryOf<Guest>("talkative");

    /// <summary>The badge with the id <see cref="Marked"/>.</summary>
    protected static readonly HoldScope.Query MarkedBadge = QueryOf<Badge>("marked");

    /// <summary>Remarks that say "hold".</summary>
    protected static readonly HoldScope.Query MarkedRemark = QueryOf<Remark>("marked");

    protected static readonly Guid Marked = Guid.Parse("5b9c2d3e-0000-4000-8000-000000000001");

    private readonly List<ServiceProvider> _instances = [];
    private Action<DbContextOptionsBuilder> _options = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 26, 9, 30));

    /// <summary>In which instances wait that are made from then on.</summary>
    protected TimeProvider Time { get; set; } = TimeProvider.System;

    protected bool ReadsBadges { get; set; }

    /// <summary>Whether the maps have queries that can be put on hold. What a query reads is looked at wherever it protects, so a table that is missing then stops more than its own rows.</summary>
    protected virtual bool HasHoldQueries => false;

    /// <summary>Whether guests are dated by what they wrote, and by nothing else.</summary>
    protected bool ReadsRemarks { get; set; }

    private Expression<Func<Guest, DateOnly?>> CameOn => ReadsRemarks ? guest => guest.Remarks.Max(remark => remark.WrittenOn) : guest => guest.CameOn;

    public async ValueTask InitializeAsync()
    {
        _options = await database.CreateAsync(Token);
        await WithAsync(context => context.Database.EnsureCreatedAsync(Token));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in _instances)
        {
            await instance.DisposeAsync();
        }

        await database.DropAsync();
        GC.SuppressFinalize(this);
    }

    protected DataRetention Retention => Instance().GetRequiredService<DataRetention>();

    protected static void Small(RetentionRunOptions options) => options.BatchSize = 50;

    protected ServiceProvider Instance(Action<RetentionRunOptions>? configure = null)
    {
        var services = new ServiceCollection().AddSingleton<IClock>(Clock).AddSingleton(Time).AddDbContext<ClubhouseContext>(_options);
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(TestRegisters.Shop())
            .AddMap<Guest>(data => Queries(
                data.IsSubject(Customers, guest => guest.Id).Field(EmailAddress, guest => guest.Email).Event(LastPurchase, CameOn).AppliesWhen(Newsletter, ReadsBadges ? guest => guest.Badges.Count > 99 : guest => false),
                held => held
                    .HoldQuery(SecondGuest.Key, guest => guest.Id == 2, nl: "tweede gasten", en: "second guests")
                    .HoldQuery(Talkative.Key, guest => guest.Remarks.Any(remark => remark.Text == "hold"), nl: "gasten met woorden", en: "guests with words")))
            .AddMap<Badge>(data => Queries(
                data.BelongsTo<Guest>(badge => badge.GuestId), held => held.HoldQuery(MarkedBadge.Key, badge => badge.Id == Marked, nl: "gemerkte badges", en: "marked badges")))
            .AddMap<Remark>(data => Queries(
                data.BelongsTo<Guest>(remark => remark.GuestId).Field(EmailAddress, remark => remark.Text).Event(LastPurchase, remark => remark.WrittenOn).AppliesWhen(Newsletter, remark => false),
                held => held.HoldQuery(MarkedRemark.Key, remark => remark.Text == "hold", nl: "gemerkte woorden", en: "marked words")))
            .UseEntityFrameworkCore<ClubhouseContext>()
            .ConfigureRetentionRuns(options => configure?.Invoke(options)));
        _instances.Add(services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true }));
        return _instances[^1];
    }

    private void Queries<T>(PersonalDataMapBuilder<T> data, Action<PersonalDataMapBuilder<T>> declare)
        where T : class
    {
        if (HasHoldQueries)
        {
            declare(data);
        }
    }

    protected async Task<RetentionRun> RunAsync(Action<RetentionRunOptions>? configure = null)
    {
        var instance = Instance(configure);
        await ApproveAsync(instance);
        return (await instance.GetRequiredService<RetentionRunner>().RunAsync(Token)).Run!.Run;
    }

    protected static async Task ApproveAsync(ServiceProvider instance)
    {
        await using var scope = instance.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RetentionRuns>().ApproveAsync((await instance.GetRequiredService<DataRetention>().PreviewAsync(Token)).Digest, Owner, Token);
    }

    protected async Task<List<ListedRun>> RunsAsync()
    {
        await using var scope = Instance().CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RetentionRuns>().ListAsync(Token).ToListAsync(Token);
    }

    /// <summary>What could not be done: the entity, what was to become of it, and why it did not.</summary>
    protected List<string> NamesOfFaults(RetentionRun run)
    {
        using var scope = Instance().CreateScope();
        var runs = scope.ServiceProvider.GetRequiredService<RetentionRuns>();
        return [.. run.Steps.Where(step => step.Fault is not null).Select(step => $"{runs.Name(step)!.Entity.Split('.')[^1]} {step.Action} {step.Fault}")];
    }

    /// <summary>How many entries of a type the only run has.</summary>
    protected async Task<int> EntriesAsync(string type)
    {
        var run = (await RunsAsync()).Single();
        await using var scope = Instance().CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ILedgerStore>().ReadStreamAsync(RetentionRun.StreamOf(run.Id), 0, Token).CountAsync(entry => entry.Type.ToString() == type, Token);
    }

    protected async Task<(HoldScope Scope, EntryId Hold)> PlaceAsync(HoldScope on)
    {
        await using var scope = Instance().CreateAsyncScope();
        return (on, await scope.ServiceProvider.GetRequiredService<LegalHolds>().PlaceAsync(on, HoldGround.LegalClaims, Owner, "a claim", new LocalDate(2027, 3, 1), cancellationToken: Token));
    }

    protected async Task LiftAsync(HoldScope on, EntryId hold)
    {
        await using var scope = Instance().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LegalHolds>().LiftAsync(on, hold, Owner, "settled", Token);
    }

    protected Task PutAsync(int guests, int badges, int remarks) => WithAsync(async context =>
    {
        context.AddRange(Enumerable.Range(1, guests).Select(id => new Guest { Id = id, Email = "somebody@example.nl", CameOn = LongAgo }));
        context.AddRange(Enumerable.Range(0, guests * badges).Select(number => new Badge { Id = Guid.NewGuid(), GuestId = 1 + (number % guests) }));
        context.AddRange(Enumerable.Range(0, guests * remarks).Select(number => new Remark { GuestId = 1 + (number % guests), Text = "hello", WrittenOn = LongAgo }));
        return await context.SaveChangesAsync(Token);
    });

    protected Task<(int Guests, int Badges, int Remarks)> CountsAsync() => WithAsync(async context =>
        (await context.Set<Guest>().CountAsync(Token), await context.Set<Badge>().CountAsync(Token), await context.Set<Remark>().CountAsync(Token)));

    protected static HoldScope.Query QueryOf<T>(string key) => new(nameof(ClubhouseContext), typeof(T).FullName!, Key<HoldQuery>.Parse(key));

    protected async Task<T> WithAsync<T>(Func<ClubhouseContext, Task<T>> use)
    {
        await using var scope = Instance().CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<ClubhouseContext>());
    }
}
