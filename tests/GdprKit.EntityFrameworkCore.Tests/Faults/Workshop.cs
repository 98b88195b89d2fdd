using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.EntityFrameworkCore.Faults;

/// <summary>A host that runs, with two clients of long ago and their jobs.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    private readonly IHost _host;

    private Workshop(IHost host) => _host = host;

    public DuringCommands During => _host.Services.GetRequiredService<DuringCommands>();

    public DataRetention Retention => _host.Services.GetRequiredService<DataRetention>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static IHost Host(Action<DbContextOptionsBuilder> use, Action<GdprKitBuilder> declare)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 7, 1, 10, 0)));
        builder.Services.AddSingleton<DuringCommands>();
        builder.Services.AddDbContext<WorkshopContext>((services, options) =>
        {
            use(options);
            options.AddInterceptors(services.GetRequiredService<DuringCommands>());
        });
        builder.Services.AddGdprKit(gdpr =>
        {
            gdpr.UseRegister(TestRegisters.Shop()).EnforceCoverage(CoverageEnforcement.Warn).UseEntityFrameworkCore<WorkshopContext>();
            declare(gdpr);
        });
        return builder.Build();
    }

    public static async Task<Workshop> StartAsync(Action<DbContextOptionsBuilder> use)
    {
        var host = Host(use, gdpr => gdpr.AddMap<ClientMap>().AddMap<JobMap>());
        var workshop = new Workshop(host);
        await workshop.UseAsync(async context =>
        {
            await context.Database.EnsureCreatedAsync(Token);
            var (ann, bob) = (Client(1), Client(2));
            context.AddRange(ann, bob, new Job { Id = 1, Bringer = ann, Fetcher = ann }, new Job { Id = 2, Bringer = bob, Fetcher = ann });
            await context.SaveChangesAsync(Token);
        });
        await host.StartAsync(Token);
        return workshop;
    }

    public Task ExecuteAsync(string statement) => UseAsync(context => context.Database.ExecuteSqlRawAsync(statement, Token));

    public async Task<(int Clients, int Jobs)> CountAsync()
    {
        var counts = (Clients: 0, Jobs: 0);
        await UseAsync(async context => counts = (await context.Set<Client>().CountAsync(Token), await context.Set<Job>().CountAsync(Token)));
        return counts;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(Token);
        _host.Dispose();
    }

    private static Client Client(int id) => new() { Id = id, Name = "Canary-Name", SeenAt = new DateTime(2001, 1, id, 0, 0, 0, DateTimeKind.Utc) };

    private async Task UseAsync(Func<WorkshopContext, Task> use)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<WorkshopContext>());
    }
}
