using GdprKit.Benchmarks.Databases;
using GdprKit.Benchmarks.Linking;
using GdprKit.Benchmarks.Measuring;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Benchmarks.Decisions;

/// <summary>Choosing whom a newsletter may go to, against the join that an expert would write: of ten people six agreed, some object and some are restricted.</summary>
internal sealed class AudienceBenchmark(BenchmarkDatabase database, IServiceProvider services, Rounds rounds, int people)
{
    private const double Asked = 0.9;

    private static readonly Key<ProcessingActivity> Newsletter = Key<ProcessingActivity>.Parse("newsletter");

    private static readonly Key<SubjectKind> Customers = Key<SubjectKind>.Parse("customers");

    private static readonly Instant Now = Instant.FromUtc(2026, 7, 1, 10, 0);

    public static async Task<bool> RunAsync(IEnumerable<string> databases, int people, Rounds rounds, bool explain, CancellationToken cancellationToken)
    {
        var isRight = true;
        foreach (var kind in databases)
        {
            await using var database = await BenchmarkDatabase.CreateAsync(kind, cancellationToken);
            await using var services = Services(database);
            var benchmark = new AudienceBenchmark(database, services, rounds, people);
            await benchmark.FillAsync(cancellationToken);
            await Report.HeadAsync($"Audience on {database.Name}, {people:N0} people");
            var count = benchmark.ContestOf("count", "count(*)", query => query.LongCountAsync(cancellationToken));
            var sum = benchmark.ContestOf("the sum of what is read of each", "sum(p.\"Id\")", query => query.SumAsync(person => person.Id, cancellationToken));
            isRight &= await benchmark.AddAsync(count, cancellationToken);
            isRight &= await benchmark.AddAsync(sum, cancellationToken);
            if (explain)
            {
                await Plans.ShowAsync(database, count, cancellationToken);
                await Plans.ShowAsync(database, sum, cancellationToken);
            }
        }

        return isRight;
    }

    private static ServiceProvider Services(BenchmarkDatabase database)
    {
        var services = new ServiceCollection().AddDbContext<PeopleContext>(database.Use).AddSingleton<IClock>(new FakeClock(Now));
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(BenchmarkRegister.Create())
            .AddMap<Person>(data => data.IsSubject(Customers, person => person.Id).NotPersonal("made up", person => person.Name))
            .UseEntityFrameworkCore<PeopleContext>());
        return services.BuildServiceProvider();
    }

    private Contest ContestOf(string name, string what, Func<IQueryable<Person>, Task<long>> ask) => new(
        $"audience: {name}",
        Asked,
        async _ =>
        {
            await using var scope = services.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<PeopleContext>();
            return $"{await ask(context.People.WherePermitted(context.Gdpr(), Newsletter, ProcessingUse.MessageOver(MarketingChannel.Email)))}";
        },
        async token => $"{(await database.CountAsync(ByHand(what), token))[0]}");

    private async Task<bool> AddAsync(Contest contest, CancellationToken cancellationToken)
    {
        var outcome = await rounds.RunAsync(contest, token => database.BeforeEach is { } statement ? database.ExecuteAsync(statement, token) : Task.CompletedTask, cancellationToken);
        await Report.AddAsync(outcome);
        return outcome.IsRight;
    }

    private string ByHand(string what) => $"""
        SELECT {what} FROM "People" p
        JOIN gdpr_subject_link l ON l.subject_kind = 'customers' AND l.subject_key = CAST(p."Id" AS TEXT)
        JOIN gdpr_head h ON h.subject = l.subject AND h.stream_kind = 'consent' AND h.stream_key = 'newsletter'
            AND h.status IN ('given', 'renewed') AND (h.due IS NULL OR h.due > {LedgerTime.ToMicroseconds(Now)})
        WHERE NOT EXISTS (
            SELECT 1 FROM gdpr_head x WHERE x.subject = l.subject AND (
                (x.stream_kind = 'objection' AND x.stream_key IN ('newsletter', 'direct-marketing') AND x.status <> 'withdrawn')
                OR (x.stream_kind = 'restriction' AND x.stream_key IN ('', 'newsletter') AND x.status = 'placed')
                OR (x.stream_kind = 'person-suppression' AND x.stream_key = 'email' AND x.status = 'listed')))
        """;

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PeopleContext>().Database.EnsureCreatedAsync(cancellationToken);
        }

        // Refs are random, so that people and heads do not lie in the same order.
        var numbers = string.Format(null, database.Numbers, people);
        var (text, subject, empty) = database is SqliteBenchmarkDatabase
            ? ("CAST(n AS TEXT)", "unhex(printf('%016x%016x', (n * 7919) % 1000003, n))", "x'7b7d'")
            : ("n::text", "decode(lpad(to_hex((n::bigint * 7919) % 1000003), 16, '0') || lpad(to_hex(n), 16, '0'), 'hex')", "'\\x7b7d'::bytea");
        await database.ExecuteAsync($"INSERT INTO \"People\" (\"Id\", \"Name\") SELECT n, 'Person ' || n FROM {numbers}", cancellationToken);
        await database.ExecuteAsync($"INSERT INTO gdpr_subject_link (subject_kind, subject_key, subject, linked_at) SELECT 'customers', {text}, {subject}, 0 FROM {numbers}", cancellationToken);
        await HeadsAsync(ConsentRecord.Fold, "newsletter", "CASE WHEN n % 100 = 0 THEN 'withdrawn' WHEN n % 10 < 6 THEN 'given' ELSE 'requested' END", "n % 10 < 8");
        await HeadsAsync(Objection.Fold, "direct-marketing", "CASE WHEN n % 3 = 0 THEN 'withdrawn' ELSE 'raised' END", "n % 50 = 1");
        await HeadsAsync(Restriction.Fold, "", "'placed'", "n % 200 = 2");
        await database.ExecuteAsync(database.AfterFilling, cancellationToken);

        Task HeadsAsync(StreamFold fold, string key, string status, string where) => database.ExecuteAsync(
            $"""
            INSERT INTO gdpr_head (stream_kind, subject, stream_key, version, based_on, recorded_at, fold_version, status, since, due, state)
            SELECT '{fold.Kind}', {subject}, '{key}', 1, 0, n, {fold.Version}, {status}, n, NULL, {empty} FROM {numbers} WHERE {where}
            """,
            cancellationToken);
    }
}
