using GdprKit.Ledger;
using GdprKit.Mapping;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.InMemory.Retention;

/// <summary>A few buyers, whose orders are kept for two years after their last purchase.</summary>
public abstract class RunTest : IAsyncLifetime
{
    protected static readonly Operator Owner = Operator.Parse("staff-1");

    protected static readonly Operator Colleague = Operator.Parse("staff-2");

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private ServiceProvider? _services;
    private AsyncServiceScope _scope;

    protected FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 26, 9, 30));

    internal List<Buyer> Buyers { get; } = [];

    protected ServiceProvider Services => _services ??= Build();

    protected RetentionRuns Runs => Get<RetentionRuns>();

    protected RetentionRunner Runner => Get<RetentionRunner>();

    protected DataRetention Retention => Get<DataRetention>();

    /// <summary>The services are built when they are first asked for.</summary>
    protected Action<RetentionRunOptions> Configure { get; set; } = _ => { };

    internal Action<InMemoryStoreBuilder>? Keep { get; set; }

    /// <summary>Which rows the newsletter is about.</summary>
    internal Func<PersonalDataMapBuilder<Buyer>, PersonalDataMapBuilder<Buyer>> Newsletters { get; set; } = data => data.AppliesWhen(Newsletter, b => b.IsSubscribed);

    protected Action<IServiceCollection> Replace { get; set; } = _ => { };

    protected ProcessingRegister Register { get; set; } = TestRegisters.Shop();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _scope.DisposeAsync();
            await _services.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected T Get<T>()
        where T : notnull
    {
        var services = Services;
        return (_scope.ServiceProvider ?? services).GetRequiredService<T>();
    }

    /// <summary>Buyers who bought something so many years ago.</summary>
    protected void Bought(params int[] yearsAgo) => Buyers.AddRange(yearsAgo.Select(years => new Buyer
    {
        Id = Buyers.Count + Array.IndexOf(yearsAgo, years) + 100,
        Email = "somebody@example.nl",
        BoughtOn = new DateOnly(2026, 11, 1).AddYears(-years),
    }));

    protected async Task<EntryId> ApproveAsync() => await Runs.ApproveAsync((await Retention.PreviewAsync(Token)).Digest, Owner, Token);

    protected async Task<RetentionRun> FindAsync(EntryId run) => (await Runs.FindAsync(run, Token))!;

    /// <summary>Does something when rows are about to go, and before they do.</summary>
    protected void Between(Func<Task> action) => Replace += services =>
    {
        var store = services.Last(service => service.ServiceType == typeof(IPersonalDataStore));
        services.Remove(store);
        services.AddSingleton<IPersonalDataStore>(provider => new InterruptedStore((IPersonalDataStore)store.ImplementationFactory!(provider), action));
    };

    private ServiceProvider Build()
    {
        var services = new ServiceCollection().AddSingleton<IClock>(Clock);
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(_ => Register)
            .AddMap<Buyer>(data => Newsletters(data).IsSubject(Customers, b => b.Id).Field(EmailAddress, b => b.Email).Event(LastPurchase, b => b.BoughtOn).AppliesWhen(Orders, b => b.BoughtOn != null || !b.IsSubscribed))
            .UseInMemory(Keep ?? (memory => memory.Keep(() => Buyers, kept => kept.Removing(b => Buyers.Remove(b)))))
            .UseInMemoryLedger()
            .ConfigureRetentionRuns(options => Configure(options)));
        Replace(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        _scope = _services.CreateAsyncScope();
        return _services;
    }

    internal sealed class Buyer
    {
        public required int Id { get; init; }

        public string? Email { get; set; }

        public DateOnly? BoughtOn { get; set; }

        public bool IsSubscribed { get; init; }
    }
}
