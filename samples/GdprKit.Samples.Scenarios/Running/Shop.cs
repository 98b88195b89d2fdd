using GdprKit.Decisions;
using GdprKit.Samples.Crm;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr;
using GdprKit.Samples.Scenarios.Steps;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Samples.Scenarios.Running;

/// <summary>The shop of the sample for one scenario: its own services over a database of its own, at an hour that the scenario sets.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private static readonly Instant Opening = Instant.FromUtc(2026, 1, 5, 9, 0);

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    private readonly ServiceProvider _services;

    private readonly DirectoryInfo _folder;

    private readonly Dictionary<string, int> _customers = new(StringComparer.OrdinalIgnoreCase);

    private Mailing? _mailing;

    private ConsentImport? _import;

    private Shop(ServiceProvider services, DirectoryInfo folder, FakeClock clock) => (_services, _folder, Clock) = (services, folder, clock);

    private FakeClock Clock { get; }

    /// <summary>The mailing that was prepared last.</summary>
    /// <exception cref="ExpectationException">None was.</exception>
    public Mailing Mailing
    {
        get => _mailing ?? throw new ExpectationException("no mailing was prepared in this scenario");
        set => _mailing = value;
    }

    /// <summary>What came of the list that was imported last.</summary>
    /// <exception cref="ExpectationException">None was.</exception>
    public ConsentImport LastImport
    {
        get => _import ?? throw new ExpectationException("no list was imported in this scenario");
        set => _import = value;
    }

    public ZonedDateTime Now => Clock.GetCurrentInstant().InZone(Zone);

    /// <summary>Opens the shop of a scenario: a fresh copy of its database, on 5 January 2026 at ten in the morning.</summary>
    public static async Task<Shop> OpenAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("gdprkit-scenario-");
        var clock = new FakeClock(Opening);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { [CrmDatabase.PathSetting] = Path.Combine(folder.FullName, "shop.sqlite") })
            .Build());
        services.AddSingleton<IClock>(clock);
        services.AddLogging();
        services.AddLocalization();
        services.AddCrm();
        var keys = Path.Combine(folder.FullName, "suppression.keys");
        FileKeyRing.Create(keys, clock);
        services.AddSingleton<ISuppressionKeys>(new FileKeyRing(keys));
        services.AddSingleton<Activities>();
        var shop = new Shop(services.BuildServiceProvider(validateScopes: true), folder, clock);
        shop._services.GetRequiredService<CrmDatabase>().Prepare();
        await shop._services.PrepareHistoryAsync(cancellationToken);
        return shop;
    }

    /// <summary>Remembers the number that a customer got, who is called by name from then on.</summary>
    public void Welcome(string name, int number) => _customers[name] = number;

    /// <summary>The number that a customer has, or had.</summary>
    /// <exception cref="ExpectationException">Nobody of that name became a customer.</exception>
    public int NumberOf(string name) => _customers.TryGetValue(name, out var number)
        ? number
        : throw new ExpectationException($"nobody called {name} became a customer in this scenario");

    /// <summary>The customer of a name, as GdprKit knows people.</summary>
    /// <exception cref="ExpectationException">Nobody of that name became a customer.</exception>
    public SubjectId PersonOf(string name) => SubjectId.Of(Crm.Gdpr.Crm.Customers, NumberOf(name));

    /// <summary>What happens in one request of the site: services of their own, as every request has.</summary>
    public AsyncServiceScope BeginRequest() => _services.CreateAsyncScope();

    /// <summary>Makes it later.</summary>
    public void Pass(Period time) => MoveTo(Now.LocalDateTime + time);

    /// <summary>Makes it another day, at ten in the morning.</summary>
    public void Become(LocalDate day) => MoveTo(day + new LocalTime(10, 0));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private void MoveTo(LocalDateTime hour)
    {
        var then = Zone.AtLeniently(hour).ToInstant();
        Expect.That(then >= Clock.GetCurrentInstant(), $"it is {Now.Date} already, and time does not go back");
        Clock.Reset(then);
    }
}
