using System.Collections.Immutable;
using GdprKit.InMemory;
using GdprKit.Notices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit;

/// <summary>A shop in memory with ten customers, a notice and a mail server.</summary>
public abstract class NoticeSendingTest : IAsyncLifetime
{
    private readonly List<ServiceProvider> _programs = [];

    private readonly InMemoryDatabase _database = new();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected ImmutableList<Client> Clients { get; set; } = [.. Enumerable.Range(1, 10).Select(id => new Client(id, $"c{id}@example.org"))];

    private protected FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 26, 9, 30));

    private protected TestTransport Transport { get; init; } = new();

    protected static SubjectId Person(int id) => SubjectId.Of(Customers, id);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs)
        {
            await program.DisposeAsync();
        }

        _database.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A program on the same data, as another instance or after a restart.</summary>
    protected IServiceProvider Program(ProcessingRegister? register = null, Action<IServiceCollection>? besides = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(Clock);
        services.AddSingleton(_database);
        services.AddSingleton<INoticeTransport>(Transport);
        services.AddSingleton<INoticeLinks, TestLinks>();
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(register ?? TestRegisters.Shop())
            .AddMap<Client>(data => data
                .IsSubject(Customers, c => c.Id)
                .Field(EmailAddress, c => c.Email)
                .Field(Name, c => c.Language)
                .Email(c => c.Email)
                .Language(c => c.Language))
            .UseInMemory(memory => memory.Keep(() => Clients))
            .UseInMemoryLedger());
        besides?.Invoke(services);
        var program = services.BuildServiceProvider();
        _programs.Add(program);
        return program.CreateScope().ServiceProvider;
    }

    protected static async Task<NoticeVersion> PublishAsync(IServiceProvider program)
    {
        var versions = program.GetRequiredService<NoticeVersions>();
        var proposal = await versions.ProposeAsync(cancellationToken: Token);
        return await versions.PublishAsync(new NoticePublication { Version = proposal.Digest, Significance = proposal.Significance }, cancellationToken: Token);
    }

    protected static async Task<NoticeVersion> PublishAndStartAsync(IServiceProvider program, CampaignTerms? terms = null)
    {
        var version = await PublishAsync(program);
        await program.GetRequiredService<NoticeCampaigns>().StartAsync(version, terms, Token);
        return version;
    }

    protected static Task<NoticeSendingResult> SendAsync(IServiceProvider program, NoticeVersion version) =>
        program.GetRequiredService<NoticeSending>().SendAsync(version, cancellationToken: Token).AsTask();

    protected static Task<CampaignReport> ReportAsync(IServiceProvider program, NoticeVersion version) =>
        program.GetRequiredService<NoticeCampaigns>().ReportAsync(version, Token).AsTask();

    protected static Task<NoticeDelivery> FindAsync(IServiceProvider program, NoticeVersion version, int id) =>
        program.GetRequiredService<NoticeAcknowledgements>().FindAsync(Person(id), version, Token).AsTask();

    protected static Task<NoticeDelivery> AcknowledgeAsync(IServiceProvider program, NoticeVersion version, int id) =>
        program.GetRequiredService<NoticeAcknowledgements>().AcknowledgeAsync(
            Person(id), new Acknowledgement { Version = version.Digest, Language = Language.Dutch, Means = AcknowledgementMeans.Form, Label = "Ik heb de privacyverklaring gelezen." }, Token).AsTask();
}
