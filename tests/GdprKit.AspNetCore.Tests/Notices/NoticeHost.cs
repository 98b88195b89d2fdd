using GdprKit.InMemory;
using GdprKit.Ledger;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Notices;

/// <summary>A site that publishes its notice: one ledger and one clock, and a host for each register that the site has had.</summary>
/// <param name="before">Whose keys and clock it has, with an empty ledger, as after a restore; <see langword="null"/> for its own.</param>
internal sealed class NoticeHost(NoticeHost? before = null) : IAsyncDisposable
{
    private readonly List<Host> _hosts = [];

    private readonly IDataProtectionProvider _keys = before?._keys ?? new EphemeralDataProtectionProvider();

    public FakeClock Clock { get; } = before?.Clock ?? new(Instant.FromUtc(2026, 11, 27, 12, 0));

    public InMemoryDatabase Database { get; } = new();

    /// <summary>How often the ledger was asked for the entries of a stream.</summary>
    public int Readings { get; set; }

    /// <summary>How often the ledger was asked for heads.</summary>
    public int Looks { get; set; }

    /// <summary>Whether the database takes questions and never answers.</summary>
    public bool IsSlow { get; set; }

    /// <summary>Whether the database answers no more.</summary>
    public bool IsDown { get; set; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts the site with a register that differs by its address.</summary>
    public Task<Host> StartAsync(string email = "info@example.nl") => StartAsync(HostRegister.Create(email));

    public async Task<Host> StartAsync(ProcessingRegister register, Action<GdprKitBuilder>? configure = null, Action<Microsoft.AspNetCore.Builder.WebApplication>? use = null)
    {
        var host = await Host.StartAsync(
            services =>
            {
                services.AddSingleton<IClock>(Clock).AddSingleton(Database).AddSingleton(_keys);
                var gdpr = services.AddGdprKit().UseRegister(register).UseInMemoryLedger().UseNoticeLinks(new Uri("http://localhost/privacy"));
                services.AddScoped<ILedgerStore>(_ => new WatchedLedger(new InMemoryLedgerStore(Database), this));
                configure?.Invoke(gdpr);
            },
            use: use);
        _hosts.Add(host);
        return host;
    }

    /// <summary>Publishes what the register of a host says.</summary>
    public static async Task<NoticeVersion> PublishAsync(
        Host host, LocalDate? effectiveOn = null, ChangeSignificance? significance = null, NoticeAudience? audience = null, LocalizedText? summary = null)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var versions = scope.ServiceProvider.GetRequiredService<NoticeVersions>();
        var proposal = await versions.ProposeAsync(audience, Token);
        return await versions.PublishAsync(
            new NoticePublication
            {
                Version = proposal.Digest,
                Significance = significance ?? proposal.Significance,
                EffectiveOn = effectiveOn,
                Summary = summary,
                Reason = significance is ChangeSignificance.Editorial ? "Only words." : null,
            },
            audience,
            Token);
    }

    /// <summary>How it stands with a person and a version.</summary>
    public static async Task<NoticeDelivery> FindAsync(Host host, SubjectId person, NoticeVersion version)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NoticeAcknowledgements>().FindAsync(person, version, Token);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        Database.Dispose();
    }
}
