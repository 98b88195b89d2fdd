using GdprKit.InMemory;
using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.Decisions;

/// <summary>A shop that publishes its notice, and gets a purpose more; a program for each register that it has had, over one ledger.</summary>
public abstract class ToldOfPurposeTest : IAsyncDisposable
{
    protected static readonly Key<ProcessingActivity> Advice = Key<ProcessingActivity>.Parse("advice");

    protected static readonly SubjectId Ann = SubjectId.Of(Customers, 7);

    protected static readonly SubjectId Ben = SubjectId.Of(Customers, 8);

    protected static readonly SubjectId Carl = SubjectId.Of(Employees, 9);

    protected static readonly ProcessingRegister Shop = TestRegisters.Shop();

    /// <summary>The shop with a purpose more, for customers and staff.</summary>
    protected static readonly ProcessingRegister WithAdvice = TestRegisters.Shop(Declare);

    protected static readonly ProcessingRegister WithOtherWords = TestRegisters.Shop(register =>
    {
        Declare(register);
        register.Security("Wij versleutelen alles.", "We encrypt everything.");
    });

    private readonly InMemoryDatabase _database = new();

    private readonly List<ServiceProvider> _programs = [];

    protected ToldOfPurposeTest() => Store = new WatchedStore(new InMemoryLedgerStore(_database));

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 27, 9, 30));

    protected WatchedStore Store { get; }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs)
        {
            await program.DisposeAsync();
        }

        _database.Dispose();
        GC.SuppressFinalize(this);
    }

    private static void Declare(RegisterBuilder register) => register.Activity(Advice, activity => activity
        .Name("Advies", "Advice").Purpose("Wij geven advies.", "We give advice.")
        .OnContract().About(Customers, Employees).Uses(Name)
        .Keep(keep => keep.For(Period.FromMonths(1)).After(LastPurchase)));

    protected InMemorySubjectDirectory Directory => new(_database);

    protected ServiceProvider Program(ProcessingRegister register, Duration? remembered = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(Clock).AddSingleton<ILedgerStore>(Store).AddSingleton<ISubjectDirectory>(Directory);
        services.AddGdprKit(gdpr => gdpr.UseRegister(register));
        if (remembered is { } time)
        {
            services.Configure<DecisionOptions>(options => options.SeenElsewhereWithin = time);
        }

        var program = services.BuildServiceProvider();
        _programs.Add(program);
        return program;
    }

    protected async Task LinkAsync(ServiceProvider program) => await program.GetRequiredService<ISubjectDirectory>().LinkAsync([Ann, Ben, Carl], Clock.GetCurrentInstant(), Token);

    /// <summary>The shop published a notice, and then one with a purpose more.</summary>
    protected async Task<(ServiceProvider Now, NoticeVersion Version)> AddedLaterAsync()
    {
        var before = Program(Shop);
        await LinkAsync(before);
        await PublishAsync(before);
        var now = Program(WithAdvice);
        return (now, await PublishAsync(now));
    }

    protected async Task<NoticeVersion> PublishAsync(
        ServiceProvider program, ChangeSignificance? significance = null, LocalDate? effectiveOn = null, NoticeAudience? audience = null, ProcessingRegister? of = null)
    {
        await using var scope = program.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var versions = of is null
            ? services.GetRequiredService<NoticeVersions>()
            : new NoticeVersions(new PrivacyNotices(of, Microsoft.Extensions.Options.Options.Create(new NoticeOptions())), services.GetRequiredService<LedgerStreams>(), Store, Clock);
        var proposal = await versions.ProposeAsync(audience, Token);
        var version = await versions.PublishAsync(
            new NoticePublication { Version = proposal.Digest, Significance = significance ?? proposal.Significance, EffectiveOn = effectiveOn, Reason = "Words only." }, audience, Token);
        Clock.Advance(Duration.FromMilliseconds(1));
        return version;
    }

    protected Task SentAsync(ServiceProvider program, SubjectId person, NoticeVersion version) => AppendAsync(
        program,
        person,
        version,
        Notices.DeliveryEntries.Sent.Draft(new Notices.DeliverySent { Version = version.Digest, Channel = NoticeChannel.Email, Language = Language.Dutch, At = Clock.GetCurrentInstant() }));

    protected async Task AppendAsync(ServiceProvider program, SubjectId person, NoticeVersion version, EntryDraft entry)
    {
        await using var scope = program.CreateAsyncScope();
        var link = (await Directory.FindBySubjectAsync([person], Token))[0];
        await scope.ServiceProvider.GetRequiredService<LedgerStreams>().AppendAsync<NoticeDelivery>(NoticeDelivery.StreamOf(link.Ref, version.TellsOf), person, _ => [entry], Token);
    }

    protected async Task ReadAsync(ServiceProvider program, SubjectId person, NoticeVersion version)
    {
        await using var scope = program.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NoticeAcknowledgements>().AcknowledgeAsync(
            person, new Acknowledgement { Version = version.Digest, Language = Language.Dutch, Means = AcknowledgementMeans.Account, Label = "Gelezen" }, Token);
    }

    protected async Task<bool> PermittedAsync(ServiceProvider program, SubjectId person, ProcessingUse? use = null) => (await ReasonAsync(program, person, Advice, use)).Permits;

    protected async Task<DecisionReason> ReasonAsync(ServiceProvider program, SubjectId person, Key<ProcessingActivity>? activity = null, ProcessingUse? use = null)
    {
        var decisions = program.GetRequiredService<ProcessingDecisions>();
        var decision = await decisions.DecideAsync(person, activity ?? Advice, use, Token);
        var link = (await Directory.FindBySubjectAsync([person], Token))[0];
        (await decisions.DecideAsync(link.Ref, activity ?? Advice, use, Token)).Reason.Should().BeSameAs(decision.Reason, "who is asked by ref gets the same answer");
        return decision.Reason;
    }

    protected async Task<bool[]> BatchAsync(ServiceProvider program, params SubjectId[] people)
    {
        var decisions = program.GetRequiredService<ProcessingDecisions>();
        var answers = await decisions.DecideAsync(people.Select(person => new ProcessingQuestion(person, Advice)).ToValueList(), Token);
        return [.. answers.Select(answer => answer.Permitted)];
    }
}
