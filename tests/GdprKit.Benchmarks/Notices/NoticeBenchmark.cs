using GdprKit.Benchmarks.Databases;
using GdprKit.Benchmarks.Linking;
using GdprKit.Benchmarks.Measuring;
using GdprKit.Benchmarks.Retention;
using GdprKit.Ledger;
using GdprKit.Notices;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Benchmarks.Notices;

/// <summary>Telling people of a notice: opening a campaign, claiming deliveries wave by wave, and the report, against what an expert would write.</summary>
internal sealed class NoticeBenchmark(BenchmarkDatabase database, ServiceProvider services, int people, int claims, NoticeVersion version)
{
    private const double AskedOfClaims = 0.8;

    private const double AskedOfReports = 0.9;

    // As many as go over four connections before what became of them is recorded.
    private const int Wave = 32;

    private static readonly StreamKind Kind = NoticeDelivery.Fold.Kind;

    private readonly StreamKey _key = StreamKey.Of(version.TellsOf);

    public static async Task<bool> RunAsync(IEnumerable<string> databases, int people, int claims, Rounds rounds, bool explain, CancellationToken cancellationToken)
    {
        var isRight = true;
        foreach (var kind in databases)
        {
            await using var database = await BenchmarkDatabase.CreateAsync(kind, cancellationToken);
            await using var services = Services(database);
            await FillAsync(database, services, people, cancellationToken);
            await Report.HeadAsync($"Notices on {database.Name}, {people:N0} people");
            var (version, opened) = await OpenAsync(database, services, cancellationToken);
            var benchmark = new NoticeBenchmark(database, services, people, Math.Min(claims, people), version);
            isRight &= opened && await benchmark.MeasureAsync(rounds, explain, cancellationToken);
        }

        return isRight;
    }

    private static ServiceProvider Services(BenchmarkDatabase database)
    {
        var services = new ServiceCollection().AddDbContext<PeopleContext>(database.Use).AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 7, 1, 10, 0)));
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(Shop.Register())
            .AddMap<Person>(data => data.IsSubject(Shop.Customers, person => person.Id).Field(Shop.Email, person => person.Name).Email(person => person.Name).PersonName(person => person.Name).AddressLines(person => person.Name))
            .UseEntityFrameworkCore<PeopleContext>());
        return services.BuildServiceProvider();
    }

    private async Task<bool> MeasureAsync(Rounds rounds, bool explain, CancellationToken cancellationToken)
    {
        var claiming = new Contest($"notice claim: {claims:N0} deliveries in waves of {Wave}", AskedOfClaims, ClaimAsync, ClaimByHandAsync);
        var isRight = await AddAsync(rounds, claiming, ForgetAsync, cancellationToken);
        if (explain)
        {
            await ForgetAsync(cancellationToken);
            await Plans.ShowAsync(database, new Contest(claiming.Name, 0, token => ClaimAsync(Wave, token), token => ClaimByHandAsync(Wave, token)), cancellationToken);
        }

        await ForgetAsync(cancellationToken);
        await TellAsync(cancellationToken);
        var reporting = new Contest($"notice report: {people:N0} deliveries", AskedOfReports, ReportAsync, ReportByHandAsync);
        isRight &= await AddAsync(rounds, reporting, _ => Task.CompletedTask, cancellationToken);
        if (explain)
        {
            await Plans.ShowAsync(database, reporting, cancellationToken);
        }

        var lettering = new Contest($"notice letters: {people / 10:N0} to whom no mail can go", 0, LettersAsync, LettersByHandAsync);
        isRight &= await AddAsync(rounds, lettering, _ => Task.CompletedTask, cancellationToken);
        await TellOfFilesAsync(cancellationToken);
        await ForgetAsync(cancellationToken);
        await Console.Out.WriteLineAsync($"\nMemory at most: claiming {await MemoryMaximum.OfAsync(() => ClaimAsync(cancellationToken))}; reporting {await MemoryMaximum.OfAsync(() => ReportAsync(cancellationToken))}.");
        return isRight;
    }

    private async Task<bool> AddAsync(Rounds rounds, Contest contest, Func<CancellationToken, Task> before, CancellationToken cancellationToken)
    {
        var outcome = await rounds.RunAsync(contest, BeforeAsync, cancellationToken);
        await Report.AddAsync(outcome);
        return outcome.IsRight;

        async Task BeforeAsync(CancellationToken token)
        {
            await before(token);
            await (database.BeforeEach is { } statement ? database.ExecuteAsync(statement, token) : Task.CompletedTask);
        }
    }

    /// <summary>Publishes a version, which opens its campaign: what it writes must not depend on how many people there are.</summary>
    private static async Task<(NoticeVersion Version, bool IsRight)> OpenAsync(BenchmarkDatabase database, ServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var versions = scope.ServiceProvider.GetRequiredService<NoticeVersions>();
        var proposal = await versions.ProposeAsync(cancellationToken: cancellationToken);
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var version = await versions.PublishAsync(new NoticePublication { Version = proposal.Digest, Significance = proposal.Significance }, cancellationToken: cancellationToken);
        var time = System.Diagnostics.Stopwatch.GetElapsedTime(started);
        var written = await database.CountAsync("SELECT (SELECT count(*) FROM gdpr_entry), (SELECT count(*) FROM gdpr_entry WHERE stream_kind = 'notice-campaign'), (SELECT count(*) FROM gdpr_head)", cancellationToken);
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"| notice open: {written[1]} entry for the campaign, {written[0]} entries and {written[2]} heads with the version | {time.TotalMilliseconds:N0} ms | | | O(1) | {(written is [2, 1, 2] ? "equal" : "DIFFERENT")} |"));
        return (version, written is [2, 1, 2]);
    }

    private Task<string> ClaimAsync(CancellationToken cancellationToken) => ClaimAsync(claims, cancellationToken);

    private async Task<string> ClaimAsync(int most, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        var (store, now) = (provider.GetRequiredService<ILedgerStore>(), provider.GetRequiredService<IClock>().GetCurrentInstant());
        // The sender's connection stays open while it works.
        await provider.GetRequiredService<PeopleContext>().Database.OpenConnectionAsync(cancellationToken);
        var lease = await store.LeaseAsync(LeaseRequest.Take(LeaseName.Parse("benchmark"), Guid.NewGuid(), now, Duration.FromMinutes(5)), cancellationToken);
        var due = new DueDeliveries(
            provider.GetRequiredService<LedgerStreams>(), store, provider.GetRequiredService<ISubjectDirectory>(), provider.GetRequiredService<IContactSource>(), version, [Shop.Customers]);
        var claimed = 0;
        while (claimed < most && await due.ClaimAsync(lease!.Fence, now, Math.Min(Wave, most - claimed), cancellationToken) is { } wave)
        {
            claimed += wave.Count;
        }

        return $"{claimed} claimed, {await CountAsync(cancellationToken)} stand";
    }

    private Task<string> ClaimByHandAsync(CancellationToken cancellationToken) => ClaimByHandAsync(claims, cancellationToken);

    private async Task<string> ClaimByHandAsync(int most, CancellationToken cancellationToken)
    {
        var claimed = await ClaimByHand.RunAsync(database, Kind, _key, Wave, most, cancellationToken);
        return $"{claimed} claimed, {await CountAsync(cancellationToken)} stand";
    }

    private async Task<string> ReportAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<NoticeCampaigns>().ReportAsync(version, cancellationToken);
        return $"{report.Audience} {report.Queued} {report.Sent} {report.Acknowledged} {report.Unreachable} {report.Left}";
    }

    private async Task<string> ReportByHandAsync(CancellationToken cancellationToken)
    {
        var (text, equal) = database is SqliteBenchmarkDatabase ? ("CAST(p.\"Id\" AS TEXT)", "") : ("p.\"Id\"::text", "COLLATE \"C\"");
        var counts = await database.CountAsync(
            $"""
            WITH told(status, number) AS (
                SELECT h.status, count(*) FROM "People" p
                LEFT JOIN gdpr_subject_link l ON l.subject_kind = '{Shop.Customers}' AND l.subject_key = {text} {equal}
                LEFT JOIN gdpr_head h ON h.stream_kind = '{Kind}' AND h.subject = l.subject AND h.stream_key = '{_key}'
                GROUP BY h.status)
            SELECT
                CAST(coalesce(sum(number), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN status IS NULL THEN number END), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN status IN ('sent', 'settled') THEN number END), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN status = 'acknowledged' THEN number END), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN status = 'unreachable' THEN number END), 0) AS BIGINT),
                CAST((SELECT count(*) FROM gdpr_head WHERE stream_kind = '{Kind}' AND stream_key = '{_key}') - coalesce(sum(CASE WHEN status IS NOT NULL THEN number END), 0) AS BIGINT)
            FROM told
            """,
            cancellationToken);
        return string.Join(' ', counts);
    }

    private async Task<string> LettersAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return $"{await scope.ServiceProvider.GetRequiredService<NoticeLetters>().ReadAsync(version, cancellationToken).CountAsync(letter => letter.HasAddress, cancellationToken)} letters";
    }

    private async Task<string> LettersByHandAsync(CancellationToken cancellationToken)
    {
        var number = database is SqliteBenchmarkDatabase ? "CAST(l.subject_key AS INTEGER)" : "l.subject_key::bigint";
        var counts = await database.CountAsync(
            $"""
            SELECT count(s.name) FROM (SELECT p."Name" AS name FROM gdpr_head h
            JOIN gdpr_subject_link l ON l.subject = h.subject JOIN "People" p ON p."Id" = {number}
            WHERE h.stream_kind = '{Kind}' AND h.stream_key = '{_key}' AND h.status IN ('bounced', 'unreachable')) AS s
            """,
            cancellationToken);
        return $"{counts[0]} letters";
    }

    /// <summary>The files of the report: how long they take, and that memory does not grow with the people in them.</summary>
    private async Task TellOfFilesAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, write) in new (string, Func<NoticeReports, ValueTask>)[]
        {
            ("CSV", reports => reports.WriteCsvAsync(Stream.Null, version, Language.Dutch, null, cancellationToken)),
            ("JSON", reports => reports.WriteJsonAsync(Stream.Null, version, null, cancellationToken)),
        })
        {
            await using var scope = services.CreateAsyncScope();
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            var memory = await MemoryMaximum.OfAsync(() => write(scope.ServiceProvider.GetRequiredService<NoticeReports>()).AsTask());
            var seconds = System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds;
            await Console.Out.WriteLineAsync(FormattableString.Invariant($"\nThe report of {people:N0} people as {name}: {seconds:N1} s, {people / seconds:N0} rows/s, at most {memory}."));
        }
    }

    private async Task<long> CountAsync(CancellationToken cancellationToken) => (await database.CountAsync($"SELECT count(*) FROM gdpr_head WHERE stream_kind = '{Kind}'", cancellationToken))[0];

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await database.ExecuteAsync($"DELETE FROM gdpr_head WHERE stream_kind = '{Kind}'", cancellationToken);
        await database.ExecuteAsync("DELETE FROM gdpr_lease", cancellationToken);
    }

    // Of ten people one waits, seven were sent it, one of these by letter, one has read it, and one cannot be reached; some have left.
    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var empty = database is SqliteBenchmarkDatabase ? "x'7b7d'" : "'\\x7b7d'::bytea";
        await database.ExecuteAsync(
            $"""
            INSERT INTO gdpr_head (stream_kind, subject, stream_key, version, based_on, recorded_at, fold_version, status, since, due, state)
            SELECT '{Kind}', {Subject(database)}, '{_key}', 1, 0, n, 1,
                CASE n % 10 WHEN 1 THEN 'settled' WHEN 2 THEN 'acknowledged' WHEN 3 THEN 'unreachable' ELSE 'sent' END, n, NULL, {empty}
            FROM {string.Format(null, database.Numbers, people + (people / 100))} WHERE n % 10 > 0
            """,
            cancellationToken);
        await database.ExecuteAsync(database.AfterFilling, cancellationToken);
    }

    private static async Task FillAsync(BenchmarkDatabase database, ServiceProvider services, int people, CancellationToken cancellationToken)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PeopleContext>().Database.EnsureCreatedAsync(cancellationToken);
        }

        var numbers = string.Format(null, database.Numbers, people);
        var text = database is SqliteBenchmarkDatabase ? "CAST(n AS TEXT)" : "n::text";
        await database.ExecuteAsync($"INSERT INTO \"People\" (\"Id\", \"Name\") SELECT n, 'p' || n || '@example.org' FROM {numbers}", cancellationToken);
        await database.ExecuteAsync($"INSERT INTO gdpr_subject_link (subject_kind, subject_key, subject, linked_at) SELECT '{Shop.Customers}', {text}, {Subject(database)}, 0 FROM {numbers}", cancellationToken);
        await database.ExecuteAsync(database.AfterFilling, cancellationToken);
    }

    // Refs are random, so that people and heads do not lie in the same order.
    private static string Subject(BenchmarkDatabase database) => database is SqliteBenchmarkDatabase
        ? "unhex(printf('%016x%016x', (n * 7919) % 1000003, n))"
        : "decode(lpad(to_hex((n::bigint * 7919) % 1000003), 16, '0') || lpad(to_hex(n), 16, '0'), 'hex')";
}
