using GdprKit.InMemory;
using GdprKit.Ledger;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ClubKeys;
using static GdprKit.ShopKeys;

namespace GdprKit;

/// <summary>A ledger in memory with consents, a clock of its own and somebody to ask.</summary>
public abstract class ConsentTest : IAsyncLifetime
{
    protected static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    protected static readonly SubjectId Ann = SubjectId.Of(Customers, 7);

    private readonly InMemoryDatabase _database = new();

    protected ConsentTest()
    {
        Store = new InMemoryLedgerStore(_database);
        Subjects = new InMemorySubjectDirectory(_database);
        Streams = new LedgerStreams(Store, Clock);
        Consents = With(Register);
    }

    public static ProcessingRegister Register { get; } = TestRegisters.Shop(Declare);

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static PrivacyNotice Notice { get; } = PrivacyNotice.From(Register, Language.Dutch);

    protected FakeClock Clock { get; } = new(Start);

    protected ILedgerStore Store { get; }

    protected InMemorySubjectDirectory Subjects { get; }

    protected LedgerStreams Streams { get; }

    protected Consents Consents { get; }

    public static void Declare(RegisterBuilder register) => register
        .Activity(Club, activity => activity
            .Name("Club", "Club").Purpose("Wij sturen je nieuws van de club.", "We send you news of the club.")
            .OnConsent().About(Customers).Uses(EmailAddress).Marketing(MarketingChannel.Email, MarketingChannel.Post)
            .AskConsent(consent => consent.ValidFor(Period.FromYears(2)).DoubleOptIn(MarketingChannel.Email))
            .Keep(keep => keep.WhileConsentStands()))
        .Activity(Offers, activity => activity
            .Name("Aanbiedingen", "Offers").Purpose("Wij sturen je aanbiedingen.", "We send you offers.")
            .OnConsent().About(Customers).Uses(EmailAddress).Marketing(MarketingChannel.Email, MarketingChannel.Phone)
            .AskConsent(consent => consent.PerChannel().DoubleOptIn(MarketingChannel.Email).Question("Ja, graag.", "Yes, please."))
            .Keep(keep => keep.WhileConsentStands()))
        .Activity(Game, activity => activity
            .Name("Spel", "Game").Purpose("Wij houden je punten bij.", "We keep your score.")
            .OnConsent().About(Customers).Uses(Name).AddressesMinors()
            .Keep(keep => keep.WhileConsentStands()))
        .Activity(Diet, activity => activity
            .Name("Dieet", "Diet").Purpose("Wij letten op wat je niet mag eten.", "We mind what you must not eat.")
            .OnConsent().SpecialCategories(SpecialCategoryGround.ExplicitConsent).ImpactAssessment("DPIA-3").About(Customers).Uses(SickLeave)
            .Keep(keep => keep.WhileConsentStands()));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected static ConsentEvidence Evidence(EntryId? id = null) => new()
    {
        By = ConsentActor.Person,
        Medium = ConsentMedium.Website,
        Mechanism = ConsentMechanism.Checkbox,
        Wording = ConsentWording.Of("Ja, graag.", Language.Dutch),
        Notice = Notice.Digest,
        Id = id,
    };

    /// <summary>The same ledger under another register.</summary>
    protected Consents With(ProcessingRegister register, DigitalConsentAges? ages = null) =>
        new(register, Streams, Store, Subjects, Clock, new OfferedToday(Notice), ages);

    protected async Task<List<LedgerEntry>> HistoryAsync(ConsentTopic topic) => await Consents.ReadHistoryAsync(Ann, topic, Token).ToListAsync(Token);

    protected async Task<string[]> TypesAsync(ConsentTopic topic) => [.. (await HistoryAsync(topic)).Select(entry => entry.Type.ToString())];
}
