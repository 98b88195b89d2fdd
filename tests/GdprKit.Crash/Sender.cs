using System.Globalization;
using GdprKit.Notices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Crash;

/// <summary>
/// A host that tells its customers of the notice by mail until everybody was told, or it is killed. Says how far it is, a line each:
/// <c>ready</c>, <c>sent 16</c>, <c>done</c>.
/// </summary>
/// <param name="database"><c>sqlite</c> or <c>postgresql</c>.</param>
/// <param name="connectionString">Where it is.</param>
/// <param name="registerFile">The file of the register.</param>
/// <param name="port">The port of the mail server on this machine.</param>
public sealed class Sender(string database, string connectionString, string registerFile, int port)
{
    /// <summary>When the first process starts.</summary>
    public static Instant Start { get; } = Instant.FromUtc(2026, 11, 26, 9, 30);

    /// <summary>Declares the host.</summary>
    /// <param name="clock">Its clock.</param>
    public ServiceProvider Create(IClock clock)
    {
        var services = new ServiceCollection().AddSingleton(clock).AddDbContext<CrashContext>(options => CrashContext.Use(options, database, connectionString));
        services.AddSingleton<INoticeLinks, Links>();
        services.AddSingleton<INoticeTransport>(_ => new SmtpNoticeTransport(
            new SmtpOptions { Host = "127.0.0.1", Port = port, Security = SmtpSecurity.UnencryptedOnThisMachine, From = "privacy@shop.example", MaxConnections = 2 }, clock));
        services.AddGdprKit(gdpr => gdpr
            .UseRegisterFile(registerFile)
            .AddMap<Customer>(data => data
                .IsSubject(Key<SubjectKind>.Parse("customers"), customer => customer.Id)
                .Field(Key<DataCategory>.Parse("email-address"), customer => customer.Name)
                .Email(customer => customer.Name))
            .UseEntityFrameworkCore<CrashContext>());
        return services.BuildServiceProvider();
    }

    /// <summary>Sends until nobody waits, and says how far it is.</summary>
    /// <param name="minutes">How many minutes after the first process this one starts.</param>
    /// <param name="patience">
    /// By how many seconds time goes on for this process each time that another is at it. When it is through with the five minutes of a lease, it takes over;
    /// also from one that lives, as two machines may whose clocks differ.
    /// </param>
    /// <param name="told">Is told how far it is.</param>
    public async Task RunAsync(int minutes, int patience, TextWriter told)
    {
        var clock = new FakeClock(Start + Duration.FromMinutes(minutes), Duration.FromMilliseconds(1));
        await using var provider = Create(clock);
        await using var scope = provider.CreateAsyncScope();
        var version = (await scope.ServiceProvider.GetRequiredService<NoticeVersions>().ListAsync())[0];

        // As the worker of a host does.
        using var looksAgain = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        await told.WriteLineAsync("ready");
        while (await scope.ServiceProvider.GetRequiredService<NoticeSending>().SendAsync(version, new Told(told)) is { } result && (result.IsElsewhere || result.NextAt is not null))
        {
            await looksAgain.WaitForNextTickAsync();
            clock.Advance(Duration.FromSeconds(patience));
        }

        await told.WriteLineAsync("done");
    }

    private sealed class Told(TextWriter output) : IProgress<NoticeSendingResult>
    {
        public void Report(NoticeSendingResult value) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sent {value.Sent}"));
    }

    private sealed class Links : INoticeLinks
    {
        public Uri Read(NoticeVersion version, Language language) => new($"https://shop.example/read/{version}/{language}");

        public Uri Confirm(SubjectRef person, NoticeVersion version, Language language, Instant until) => new($"https://shop.example/confirm/{version}/{language}");
    }
}
