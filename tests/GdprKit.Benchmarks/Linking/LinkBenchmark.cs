using GdprKit.Benchmarks.Databases;
using GdprKit.Benchmarks.Measuring;
using GdprKit.Benchmarks.Retention;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Benchmarks.Linking;

/// <summary>
/// Giving everybody a ref who is already there: range after range, against the one statement that does it at a go, and cannot be
/// interrupted.
/// </summary>
internal sealed class LinkBenchmark(BenchmarkDatabase database, IServiceProvider services, int people, bool isInterrupted)
{
    // What is asked of an import in bulk.
    private const double Asked = 0.6;

    public static async Task<bool> RunAsync(IEnumerable<string> databases, int people, bool isInterrupted, Rounds rounds, CancellationToken cancellationToken)
    {
        var isRight = true;
        foreach (var kind in databases)
        {
            await using var database = await BenchmarkDatabase.CreateAsync(kind, cancellationToken);
            await using var services = Services(database);
            var benchmark = new LinkBenchmark(database, services, people, isInterrupted);
            await benchmark.FillAsync(cancellationToken);
            await Report.HeadAsync($"Linking on {database.Name}, {people:N0} people without a link");
            var contest = benchmark.Contest();
            var outcome = await rounds.RunAsync(contest, benchmark.UnlinkAsync, cancellationToken);
            isRight &= outcome.IsRight;
            await Report.AddAsync(outcome);
            var (byHand, withGdprKit) = (await benchmark.MemoryAsync(contest.ByHand, cancellationToken), await benchmark.MemoryAsync(contest.GdprKit, cancellationToken));
            await Console.Out.WriteLineAsync($"\nMemory at most: {withGdprKit}; by hand: {byHand}.");
        }

        return isRight;
    }

    private static ServiceProvider Services(BenchmarkDatabase database)
    {
        var services = new ServiceCollection()
            .AddDbContext<PeopleContext>(database.Use)
            .AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 7, 1, 10, 0)));
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(Shop.Register())
            .AddMap<Person>(data => data.IsSubject(Shop.Customers, person => person.Id).Field(Shop.Name, person => person.Name))
            .UseEntityFrameworkCore<PeopleContext>());
        return services.BuildServiceProvider();
    }

    private async Task<MemoryMaximum> MemoryAsync(Func<CancellationToken, Task<string>> work, CancellationToken cancellationToken)
    {
        await UnlinkAsync(cancellationToken);
        return await MemoryMaximum.OfAsync(() => work(cancellationToken));
    }

    private Contest Contest() => new(
        isInterrupted ? "link everybody, interrupted half-way and gone on with" : "link everybody",
        Asked,
        token => LinkAsync(isInterrupted ? people / 2 : null, token),
        ByHandAsync);

    private async Task<string> LinkAsync(long? interruptedAt, CancellationToken cancellationToken)
    {
        if (interruptedAt is { } half)
        {
            using var interruption = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            try
            {
                await RunAsync(new InterruptedAt(half, interruption), interruption.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
            }
        }

        var result = await RunAsync(progress: null, cancellationToken);
        return $"{result.Linked} linked, {await CountAsync(cancellationToken)} stand";
    }

    private async Task<LinkingResult> RunAsync(IProgress<LinkingResult>? progress, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var linking = scope.ServiceProvider.GetRequiredService<SubjectLinking>();

        // Of few people there must be several ranges, between which to interrupt.
        linking.RangeSize = Math.Clamp(people / 10, 1, linking.RangeSize);
        return await linking.LinkAllAsync(progress, cancellationToken);
    }

    private async Task<string> ByHandAsync(CancellationToken cancellationToken)
    {
        var (key, random) = database is SqliteBenchmarkDatabase ? ("CAST(\"Id\" AS TEXT)", "randomblob(16)") : ("\"Id\"::text", "uuid_send(gen_random_uuid())");
        await database.ExecuteAsync(
            $"INSERT INTO gdpr_subject_link (subject_kind, subject_key, subject, linked_at) SELECT '{Shop.Customers}', {key}, {random}, 0 FROM \"People\" WHERE true ON CONFLICT DO NOTHING",
            cancellationToken);
        return $"{people} linked, {await CountAsync(cancellationToken)} stand";
    }

    private async Task<long> CountAsync(CancellationToken cancellationToken) => (await database.CountAsync("SELECT count(*) FROM gdpr_subject_link", cancellationToken))[0];

    // Of what was linked before nothing is left, also not how far it had come.
    private async Task UnlinkAsync(CancellationToken cancellationToken)
    {
        foreach (var table in (string[])["gdpr_subject_link", "gdpr_lease"])
        {
            await database.ExecuteAsync(database is SqliteBenchmarkDatabase ? $"DELETE FROM {table}" : $"TRUNCATE {table}", cancellationToken);
        }

        if (database.BeforeEach is { } statement)
        {
            await database.ExecuteAsync(statement, cancellationToken);
        }
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PeopleContext>().Database.EnsureCreatedAsync(cancellationToken);
        }

        await database.ExecuteAsync($"INSERT INTO \"People\" (\"Id\", \"Name\") SELECT n, 'Person ' || n FROM {string.Format(null, database.Numbers, people)}", cancellationToken);
        await database.ExecuteAsync(database.AfterFilling, cancellationToken);
    }

    private sealed class InterruptedAt(long linked, CancellationTokenSource interruption) : IProgress<LinkingResult>
    {
        public void Report(LinkingResult value)
        {
            if (value.Linked >= linked)
            {
                interruption.Cancel();
            }
        }
    }
}
