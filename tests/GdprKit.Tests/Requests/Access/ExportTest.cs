using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.Requests;

/// <summary>A shop in memory with two buyers and a help desk, wired as a host does it. It is Thursday 26 November 2026.</summary>
public abstract class ExportTest : IAsyncLifetime
{
    protected static readonly SubjectId Ann = SubjectId.Of(Customers, 1);

    protected static readonly SubjectId Bob = SubjectId.Of(Customers, 2);

    protected static readonly Operator Clerk = Operator.Parse("staff-7");

    private protected const string Gossip = "neighbour of Cornelia, who complained";

    private readonly ServiceProvider _host;
    private readonly IServiceScope _scope;

    protected ExportTest()
    {
        Folder = Directory.CreateTempSubdirectory("gdprkit-exports-").FullName;
        Desk = new HelpDesk();
        var ann = new Buyer { Id = 1, Name = "Annabel Ketel", Email = "annabel@example.nl", Note = Gossip, Score = 4711 };
        var bob = new Buyer { Id = 2, Name = "Boudewijn", Email = "boudewijn@example.nl" };
        Purchase[] purchases =
        [
            new() { Id = 1, BuyerId = 1, Buyer = ann, Article = "kettle <b>", On = new DateOnly(2026, 3, 1) },
            new() { Id = 2, BuyerId = 1, Buyer = ann, Article = "=SUM(A1)", On = new DateOnly(2026, 11, 20), ImportedFrom = "another shop" },
            new() { Id = 3, BuyerId = 2, Buyer = bob, Article = "teapot", On = new DateOnly(2026, 3, 1) },
        ];
        _host = new ServiceCollection()
            .AddGdprKit(gdpr => gdpr
                .UseRegister(TestRegisters.Shop())
                .AddMap<BuyerMap>()
                .AddMap<PurchaseMap>()
                .AddManualStore(new ManualStore
                {
                    Key = Key<ManualStore>.Parse("paper"),
                    Name = LocalizedText.Of("map met brieven", "folder of letters"),
                    People = [Customers],
                    Categories = [Name],
                    Instruction = LocalizedText.Of("Kijk in de kast.", "Look in the cupboard."),
                })
                .UseInMemory(memory => memory.Keep([ann, bob], buyer => buyer.Key(b => b.Id)).Keep(purchases, purchase => purchase.Key(p => p.Id).References<Buyer>(p => p.BuyerId, p => p.Buyer, b => b.Purchases)))
                .UseInMemoryLedger()
                .KeepExportsIn(Folder)
                .EnforceCoverage(CoverageEnforcement.Warn))
            .AddSingleton<IPersonalDataSource>(Desk)
            .Replace(ServiceDescriptor.Singleton<IClock>(Clock))
            .BuildServiceProvider();
        _scope = _host.CreateScope();
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 26, 9, 30));

    protected string Folder { get; }

    private protected HelpDesk Desk { get; }

    protected RightsRequests Requests => Get<RightsRequests>();

    protected RightsExports Exports => Get<RightsExports>();

    private protected static PersonalDataExportOrder Order(RightsRequestKind right = RightsRequestKind.Access, Language? language = null, ValueList<ReviewedText> reviewed = default) =>
        new() { Right = right, Language = language ?? Language.English, Reviewed = reviewed };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _scope.Dispose();
        await _host.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    private protected Task<Archive> MakeAsync(PersonalDataExportOrder? order = null, SubjectId? person = null) => Archive.MakeAsync(Get<PersonalDataExports>(), person ?? Ann, order ?? Order());

    protected async Task<EntryId> AskAsync(RightsRequestKind kind = RightsRequestKind.Access, bool isGranted = true)
    {
        var id = await Requests.ReceiveAsync(new RightsRequestIntake { Kind = kind, Through = RightsRequestChannel.Letter, EnteredBy = Clerk, Words = "What do you know of my kettle?" }, Ann, cancellationToken: Token);
        if (isGranted)
        {
            await Requests.AcceptAsync(id, Clerk, cancellationToken: Token);
        }

        return id;
    }
}
