using GdprKit.Ledger;
using GdprKit.Notices;
using GdprKit.Requests;
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

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-scenario-");

    private readonly FakeClock _clock = new(Opening);

    private readonly Dictionary<string, KnownPerson> _customers = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, EntryId> _orders = new(StringComparer.OrdinalIgnoreCase);

    private readonly SearchIndex _index = new();

    private ServiceCollection _declarations = new();

    private ServiceProvider? _services;

    private Site? _site;

    private bool _isDown;

    private ProcessingRegister _declared = CrmRegister.Create();

    private Mailing? _mailing;

    private ConsentImport? _import;

    private Shop()
    {
    }

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

    /// <summary>What came of the last night on which the shop was to clean up by itself; <see langword="null"/> before the first.</summary>
    public AutomaticOutcome? LastNight { get; set; }

    /// <summary>How many rows about people there were before the clean-up that was cut off.</summary>
    public long RowsBefore { get; set; }

    public ZonedDateTime Now => _clock.GetCurrentInstant().InZone(Zone);

    /// <summary>Opens the shop of a scenario: a fresh copy of its database, on 5 January 2026 at ten in the morning.</summary>
    public static async Task<Shop> OpenAsync(CancellationToken cancellationToken)
    {
        var shop = new Shop();
        await shop.StartAsync(cancellationToken);
        return shop;
    }

    /// <summary>Lets the shop work with another register: what happens next happens after a new start of its program, on the same database.</summary>
    public void Declare(ProcessingRegister register) => _declared = register;

    /// <summary>Ends the program of the shop: what happens next happens after a new start, on the same database.</summary>
    public void Restart() => _isDown = true;

    /// <summary>Opens the pages of the shop to somebody outside, on the first visit.</summary>
    public async Task<Site> VisitSiteAsync(CancellationToken cancellationToken) => _site ??= await Site.OpenAsync(_declarations, cancellationToken);

    /// <summary>Remembers the number that a customer got, who is called by name from then on.</summary>
    public void Welcome(string name, int number) => _customers[name] = new KnownPerson(number);

    /// <summary>Remembers when a customer was born.</summary>
    /// <exception cref="ExpectationException">Nobody of that name became a customer.</exception>
    public void Remember(string name, LocalDate born) => _customers[name] = Known(name) with { Born = born };

    /// <summary>Remembers the erasure that was ordered for a customer, to whom nothing leads when it is done.</summary>
    public void Remember(string name, EntryId order) => _orders[name] = order;

    /// <summary>The erasure that was ordered for a customer.</summary>
    /// <exception cref="ExpectationException">None was.</exception>
    public EntryId OrderOf(string name) => _orders.TryGetValue(name, out var order) ? order : throw new ExpectationException($"nobody ordered that {name} is erased");

    /// <summary>The number that a customer has, or had.</summary>
    /// <exception cref="ExpectationException">Nobody of that name became a customer.</exception>
    public int NumberOf(string name) => Known(name).Number;

    /// <summary>How old a customer is today; <see langword="null"/> where the scenario does not tell.</summary>
    /// <exception cref="ExpectationException">Nobody of that name became a customer.</exception>
    public int? AgeOf(string name) => Known(name).AgeOn(Now.Date);

    /// <summary>The customer of a name, as GdprKit knows people.</summary>
    /// <exception cref="ExpectationException">Nobody of that name became a customer.</exception>
    public SubjectId PersonOf(string name) => SubjectId.Of(Crm.Gdpr.Crm.Customers, NumberOf(name));

    /// <summary>What happens in one request of the site: services of their own, as every request has.</summary>
    public async Task<AsyncServiceScope> BeginRequestAsync(CancellationToken cancellationToken)
    {
        if (_isDown || _services?.GetRequiredService<ProcessingRegister>() != _declared)
        {
            await StartAsync(cancellationToken);
        }

        return _services!.CreateAsyncScope();
    }

    /// <summary>Makes it later.</summary>
    public void Pass(Period time) => MoveTo(Now.LocalDateTime + time);

    /// <summary>Makes it another day, at ten in the morning.</summary>
    public void Become(LocalDate day) => MoveTo(day + new LocalTime(10, 0));

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await StopAsync();
        var services = _declarations = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                [CrmDatabase.PathSetting] = Path.Combine(_folder.FullName, "shop.sqlite"),
                [KeyRingFile.Setting] = Path.Combine(_folder.FullName, "keys", "keyring.json"),
            })
            .Build());
        services.AddSingleton<IClock>(_clock);
        services.AddLogging();
        services.AddLocalization();
        services.AddCrm();
        services.AddGdprKit(gdpr => gdpr.UseRegister(_declared));
        services.AddSingleton<Activities>();
        services.AddSingleton<PowerCut>();
        services.AddSingleton(_index);
        services.AddSingleton<IErasureTarget>(_index);
        services.ConfigureDbContext<CrmDbContext>((provider, options) => options.AddInterceptors(provider.GetRequiredService<PowerCut>()));
        var transport = services.Last(service => service.ServiceType == typeof(INoticeTransport));
        services.AddSingleton(provider => new PostRoom((INoticeTransport)transport.ImplementationFactory!(provider)));
        services.AddSingleton<INoticeTransport>(provider => provider.GetRequiredService<PostRoom>());
        _services = services.BuildServiceProvider(validateScopes: true);
        _services.GetRequiredService<CrmDatabase>().Prepare();
        await _services.PrepareHistoryAsync(cancellationToken);
        _isDown = false;
    }

    private async ValueTask StopAsync()
    {
        await (_site?.DisposeAsync() ?? ValueTask.CompletedTask);
        _site = null;
        await (_services?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private KnownPerson Known(string name) => _customers.TryGetValue(name, out var person)
        ? person
        : throw new ExpectationException($"nobody called {name} became a customer in this scenario");

    private void MoveTo(LocalDateTime hour)
    {
        var then = Zone.AtLeniently(hour).ToInstant();
        Expect.That(then >= _clock.GetCurrentInstant(), $"it is {Now.Date} already, and time does not go back");
        _clock.Reset(then);
    }
}
