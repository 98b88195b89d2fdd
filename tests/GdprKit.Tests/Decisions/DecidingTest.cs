using GdprKit.InMemory;
using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.Decisions;

/// <summary>An application with a ledger in memory, a store that counts and can fail, and somebody to decide about.</summary>
public abstract class DecidingTest : IAsyncLifetime
{
    protected static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    protected static readonly SubjectId Ann = SubjectId.Of(Customers, 7);

    protected static readonly MarketingAddress Address = MarketingAddress.Email("ann@voorbeeld.example");

    private readonly ServiceProvider _services;

    private readonly InMemoryDatabase _database = new();

    protected DecidingTest()
    {
        Store = new WatchedStore(new InMemoryLedgerStore(_database));
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(Clock);
        services.AddSingleton<ILedgerStore>(Store);
        services.AddSingleton<ISubjectDirectory>(new InMemorySubjectDirectory(_database));
        services.AddSingleton<IKeyRing>(Keys);
        services.AddSingleton<Microsoft.Extensions.Logging.ILogger<ProcessingDecisions>>(Log);
        services.AddGdprKit(gdpr => gdpr.UseRegister(ConsentTest.Register));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        var scope = _services.CreateScope().ServiceProvider;
        Objections = scope.GetRequiredService<Objections>();
        Restrictions = scope.GetRequiredService<Restrictions>();
        Suppression = scope.GetRequiredService<SuppressionList>();
        Streams = scope.GetRequiredService<LedgerStreams>();
        Subjects = scope.GetRequiredService<ISubjectDirectory>();
        Decisions = _services.GetRequiredService<ProcessingDecisions>();
        Consents = ConsentsOver(Streams);
        ElsewhereConsents = ConsentsOver(new LedgerStreams(Store, Clock));
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static ConsentSignal Signal { get; } = new() { By = ConsentActor.Person, Medium = ConsentMedium.Website };

    protected FakeClock Clock { get; } = new(Start);

    protected WatchedStore Store { get; }

    internal FixedKeys Keys { get; } = new();

    protected IServiceProvider Services => _services;

    protected HeardLogger<ProcessingDecisions> Log { get; } = new();

    protected LedgerStreams Streams { get; }

    protected ISubjectDirectory Subjects { get; }

    protected Consents Consents { get; }

    /// <summary>What another instance of the application records: this one is not told.</summary>
    protected Consents ElsewhereConsents { get; }

    protected Objections Objections { get; }

    protected Restrictions Restrictions { get; }

    protected SuppressionList Suppression { get; }

    protected ProcessingDecisions Decisions { get; }

    protected SubjectRef Ref { get; private set; }

    public async ValueTask InitializeAsync() => Ref = (await Subjects.LinkAsync([Ann], Start, Token))[0].Ref;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _database.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static ConsentEvidence Evidence() => new()
    {
        By = ConsentActor.Person,
        Medium = ConsentMedium.Website,
        Mechanism = ConsentMechanism.Checkbox,
        Wording = ConsentWording.Of("Ja, graag.", Language.Dutch),
        Notice = PrivacyNotice.From(ConsentTest.Register, Language.Dutch).Digest,
        Age = 40,
    };

    protected async Task<DecisionReason> ReasonAsync(Key<ProcessingActivity> activity, ProcessingUse? use = null)
    {
        var decision = await Decisions.DecideAsync(Ref, activity, use, Token);
        var asked = await Decisions.DecideAsync(Ann, activity, use, Token);
        asked.Reason.Should().BeSameAs(decision.Reason, "who is asked by key gets the answer of who is asked by ref");
        asked.RestsOn.Should().Be(decision.RestsOn);
        return decision.Reason;
    }

    /// <summary>The same ledger under another register.</summary>
    protected Consents ConsentsUnder(ProcessingRegister register) => ConsentsOver(Streams, register);

    private Consents ConsentsOver(LedgerStreams streams, ProcessingRegister? register = null) => new(
        register ?? ConsentTest.Register, streams, Store, Subjects, Clock, new OfferedToday(PrivacyNotice.From(ConsentTest.Register, Language.Dutch)), null, Suppression);
}
