using GdprKit.EntityFrameworkCore.Consent;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Decisions;

/// <summary>An instance of an application as it runs on one of several servers: services, a memory of decisions and connections of its own.</summary>
internal sealed class Instance : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Instance(Action<DbContextOptionsBuilder> database, FakeClock clock, Action<DecisionOptions>? configure = null)
    {
        Clock = clock;
        var services = new ServiceCollection().AddSingleton<IClock>(clock).AddDbContext<MemberContext>(database);
        services.AddGdprKit(gdpr => gdpr.UseRegister(TestRegisters.Shop()).UseEntityFrameworkCore<MemberContext>());
        services.Configure(configure ?? (_ => { }));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public FakeClock Clock { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ProcessingDecisions Decisions => _services.GetRequiredService<ProcessingDecisions>();

    public async Task CreateTablesAsync() => await WithAsync(async context => await context.Database.EnsureCreatedAsync(Token));

    /// <summary>Whether the person may have the newsletter, as a page of this instance asks.</summary>
    public async Task<bool> PermitsAsync(SubjectId person) => (await Decisions.DecideAsync(person, Newsletter, cancellationToken: Token)).Permitted;

    /// <summary>The same, asked strictly.</summary>
    public async Task<bool> PermitsStrictlyAsync(SubjectId person) =>
        (await Decisions.DecideAsync(person, Newsletter, new ProcessingUse { IsStrict = true }, Token)).Permitted;

    /// <summary>The same, asked about many at once.</summary>
    public async Task<bool[]> PermitsAsync(params IEnumerable<SubjectId> people) =>
        [.. (await Decisions.DecideAsync(people.Select(person => new ProcessingQuestion(person, Newsletter)).ToValueList(), Token)).Select(decision => decision.Permitted)];

    public Task GiveAsync(SubjectId person, EntryId? form = null) => SaveAsync(gdpr => Recorded(gdpr.Consents.GiveAsync(person, Newsletter, Evidence(gdpr, form), Token)));

    public Task WithdrawAsync(SubjectId person, EntryId? form = null) =>
        SaveAsync(gdpr => gdpr.Consents.WithdrawAsync(person, Newsletter, ConsentSignal.ByPersonOnline with { Id = form }, Token));

    public Task ObjectAsync(SubjectId person) => SaveAsync(async gdpr => await gdpr.Objections.ObjectToMarketingAsync(person, cancellationToken: Token));

    /// <summary>How a consent stands, and everything that was recorded about it.</summary>
    public async Task<(ConsentRecord Record, List<LedgerEntry> History)> ReadAsync(SubjectId person)
    {
        await using var request = _services.CreateAsyncScope();
        var consents = request.ServiceProvider.GetRequiredService<Consents>();
        return (await consents.FindAsync(person, Newsletter, Token), await consents.ReadHistoryAsync(person, Newsletter, Token).ToListAsync(Token));
    }

    public async Task<ConsentOverview> CountAsync()
    {
        await using var request = _services.CreateAsyncScope();
        return await request.ServiceProvider.GetRequiredService<Consents>().OverviewAsync(cancellationToken: Token);
    }

    public async Task<T> WithAsync<T>(Func<MemberContext, Task<T>> work)
    {
        await using var request = _services.CreateAsyncScope();
        return await work(request.ServiceProvider.GetRequiredService<MemberContext>());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static async ValueTask Recorded(ValueTask<ConsentRecord> recording) => await recording;

    private static ConsentEvidence Evidence(GdprUnitOfWork gdpr, EntryId? form) => new()
    {
        By = ConsentActor.Person,
        Medium = ConsentMedium.Website,
        Mechanism = ConsentMechanism.Checkbox,
        Wording = gdpr.Consents.Question(Newsletter, Language.Dutch),
        Notice = PrivacyNotice.From(TestRegisters.Shop(), Language.Dutch).Digest,
        Id = form,
    };

    private Task<int> SaveAsync(Func<GdprUnitOfWork, ValueTask> record) => WithAsync(context => context.SaveChangesWithGdprAsync((gdpr, _) => record(gdpr), Token));
}
