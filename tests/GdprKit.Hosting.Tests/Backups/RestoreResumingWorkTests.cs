using GdprKit.Hosting;
using GdprKit.InMemory;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace GdprKit;

/// <summary>Somebody asks for a replay after a restore, and its process ends before it is done. The worker of the next process goes on.</summary>
public sealed class RestoreResumingWorkTests : WorkerTest
{
    private static readonly Operator Manager = Operator.Parse("staff-7");

    private readonly InMemoryDatabase _database = new();

    private ILedgerMirror Mirror { get; set; } = new InMemoryLedgerMirror();

    [Fact]
    public async Task A_replay_whose_process_ended_is_finished_on_the_name_of_who_asked_for_it()
    {
        var (restored, _) = await RestoreAsync();
        await InterruptAsync(restored);
        (await LookAsync(restored)).Open!.Status.Should().Be(DatabaseRestoreStatus.Replaying);
        Clock.AdvanceMinutes(1);

        await StartAsync<RestoreResumingWork>(restored);

        (await LookAsync(restored)).Should().BeEquivalentTo((new { State = MirrorState.Level }, (DatabaseRestore?)null));
        (await RestoresAsync(restored)).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Status = DatabaseRestoreStatus.Replayed, By = Manager.Key });
        (await ObjectedAsync(restored, 1)).Should().BeTrue("that came back");
        Log.Lines.Should().ContainSingle(line => line.StartsWith("Information GDPR6412", StringComparison.Ordinal));
        (await HealthAsync(restored)).Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Until_it_is_finished_the_ledger_is_unhealthy()
    {
        var (restored, _) = await RestoreAsync();
        var check = ActivatorUtilities.CreateInstance<LedgerHealth>(restored);
        var context = new HealthCheckContext { Registration = new HealthCheckRegistration("ledger", check, HealthStatus.Unhealthy, tags: null) };
        await InterruptAsync(restored);
        Clock.AdvanceMinutes(1);

        await restored.GetRequiredService<LedgerGuard>().FindRefusalAsync(Token);
        (await check.CheckHealthAsync(context, Token)).Should().Match<HealthCheckResult>(result => result.Status == HealthStatus.Unhealthy && result.Description!.StartsWith("GDPR3140"));
        await StartAsync<RestoreResumingWork>(restored);

        await restored.GetRequiredService<LedgerGuard>().FindRefusalAsync(Token);
        (await check.CheckHealthAsync(context, Token)).Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task It_is_also_finished_where_its_entries_were_not_back_yet()
    {
        var (restored, _) = await RestoreAsync();
        var whole = Mirror;
        Mirror = new Cut(whole);
        await restored.GetRequiredService<DatabaseRestores>().Awaiting(restores => restores.ReplayAsync(Manager, cancellationToken: Token).AsTask()).Should().ThrowAsync<IOException>();
        Mirror = whole;
        (await LookAsync(restored)).Should().BeEquivalentTo((new { State = MirrorState.Behind }, new { Status = DatabaseRestoreStatus.Replaying }));

        await StartAsync<RestoreResumingWork>(restored);

        (await RestoresAsync(restored)).Should().ContainSingle().Which.Status.Should().Be(DatabaseRestoreStatus.Replayed);
        (await ObjectedAsync(restored, 1)).Should().BeTrue();
    }

    [Fact]
    public async Task No_replay_is_begun_that_nobody_asked_for()
    {
        var (restored, _) = await RestoreAsync();
        await StartAsync<RestoreResumingWork>(restored);
        await PassAsync(hours: 3);

        (await LookAsync(restored)).Should().BeEquivalentTo((new { State = MirrorState.Behind }, (DatabaseRestore?)null));
        (await RestoresAsync(restored)).Should().BeEmpty();
        (await HealthAsync(restored)).Should().Be(HealthStatus.Healthy, "it is no fault of the worker");
    }

    [Fact]
    public async Task What_somebody_overrode_is_not_replayed()
    {
        var (restored, _) = await RestoreAsync();
        await restored.GetRequiredService<DatabaseRestores>().OverrideAsync(Manager, "the shop must open", Token);
        await StartAsync<RestoreResumingWork>(restored);
        await PassAsync(hours: 3);

        (await LookAsync(restored)).Should().BeEquivalentTo((new { State = MirrorState.Behind }, new { Status = DatabaseRestoreStatus.Overridden }));
    }

    [Fact]
    public async Task A_replay_that_came_along_with_an_older_copy_is_of_another_copy_and_is_not_gone_on_with()
    {
        var (first, database) = await RestoreAsync();
        await InterruptAsync(first);
        var during = database.Copy();
        await first.GetRequiredService<DatabaseRestores>().ReplayAsync(Manager, cancellationToken: Token);
        await ObjectAsync(first, 2);
        await PumpAsync(first);

        var second = RestoreHost(during);
        (await LookAsync(second)).Should().BeEquivalentTo((new { State = MirrorState.Behind }, new { Status = DatabaseRestoreStatus.Replaying }));
        await StartAsync<RestoreResumingWork>(second);
        await PassAsync(hours: 3);

        (await LookAsync(second)).Should().BeEquivalentTo((new { State = MirrorState.Behind }, new { Status = DatabaseRestoreStatus.Replaying }));
        (await ObjectedAsync(second, 2)).Should().BeFalse();
    }

    [Fact]
    public async Task While_another_instance_is_at_it_it_waits_and_takes_over_when_that_is_gone()
    {
        var (restored, _) = await RestoreAsync();
        await InterruptAsync(restored);
        // What a process that was killed leaves behind.
        (await restored.GetRequiredService<ILedgerStore>().LeaseAsync(LeaseRequest.Take(LeaseName.Parse("restore.replay"), Guid.NewGuid(), Clock.GetCurrentInstant(), Duration.FromMinutes(90)), Token)).Should().NotBeNull();

        await StartAsync<RestoreResumingWork>(restored);
        await PassAsync(hours: 1);
        (await LookAsync(restored)).Open!.Status.Should().Be(DatabaseRestoreStatus.Replaying);
        await PassAsync(hours: 1);

        (await LookAsync(restored)).Open.Should().BeNull();
    }

    [Fact]
    public async Task What_was_accepted_while_an_older_copy_was_refused_is_merged_when_the_newest_database_stands_there_again()
    {
        var (restored, _) = await RestoreAsync();
        await ObjectAsync(restored, 3);
        (await InboxAsync()).Should().NotBe(0);

        var newest = RestoreHost(_database);
        (await ObjectedAsync(newest, 3)).Should().BeFalse();
        await StartAsync<RestoreResumingWork>(newest);

        (await ObjectedAsync(newest, 3)).Should().BeTrue();
        (await InboxAsync()).Should().Be(0);
        (await RestoresAsync(newest)).Should().BeEmpty();
        Log.Lines.Should().ContainSingle(line => line.StartsWith("Information GDPR6415", StringComparison.Ordinal));
        await PassAsync(hours: 2);
        Log.Lines.Should().ContainSingle(line => line.Contains("GDPR6415", StringComparison.Ordinal), "it is merged once");
    }

    [Fact]
    public async Task What_was_accepted_stays_in_the_inbox_while_the_older_copy_stands_there()
    {
        var (restored, _) = await RestoreAsync();
        await ObjectAsync(restored, 3);
        var accepted = await InboxAsync();

        await StartAsync<RestoreResumingWork>(restored);

        (await InboxAsync()).Should().Be(accepted);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_asked_ever_later_until_the_replay_is_finished()
    {
        var shop = RestoreHost(_database);
        await ObjectAsync(shop, 7);
        await PumpAsync(shop);
        var backup = _database.Copy();
        await shop.GetRequiredService<Erasures>().OrderAsync(Person(7), Manager, cancellationToken: Token);
        await shop.GetRequiredService<ErasureRunner>().RunAsync(Token);
        await PumpAsync(shop);
        var restored = RestoreHost(backup);
        var clients = Clients;
        Clients = null!;
        (await restored.GetRequiredService<DatabaseRestores>().ReplayAsync(Manager, cancellationToken: Token)).IsFinished.Should().BeFalse();

        var (_, waits) = await StartAsync<RestoreResumingWork>(restored);
        var pauses = new List<Duration> { waits };
        for (var round = 0; round < 3; round++)
        {
            Time.Pass(pauses[^1]);
            pauses.Add(await WaitsAsync());
        }

        pauses.Should().Equal(Duration.FromMinutes(20), Duration.FromMinutes(20), Duration.FromMinutes(20), Duration.FromMinutes(20));
        Log.Lines.Where(line => line.StartsWith("Warning GDPR6414", StringComparison.Ordinal)).Should().HaveCount(3, "after twenty minutes, after forty, and after an hour");
        Clients = clients;
        Time.Pass(Duration.FromHours(1));
        await WaitsAsync();

        (await LookAsync(restored)).Open.Should().BeNull();
    }

    [Fact]
    public async Task An_instance_that_does_not_resume_replays_leaves_them()
    {
        var (restored, _) = await RestoreAsync(resumes: false);
        await InterruptAsync(restored);

        await StartAsync<RestoreResumingWork>(restored);

        (await LookAsync(restored)).Open!.Status.Should().Be(DatabaseRestoreStatus.Replaying);
    }

    // The first objects after a backup is made, and then that backup is put back.
    private async Task<(IServiceProvider Host, InMemoryDatabase Database)> RestoreAsync(bool resumes = true)
    {
        var shop = RestoreHost(_database);
        // They are known before the backup is made, so that what they say later leads to them.
        foreach (var person in new[] { 1, 2 })
        {
            await shop.GetRequiredService<Restrictions>().PlaceAsync(Person(person), RestrictionGround.AccuracyContested, cancellationToken: Token);
        }

        await PumpAsync(shop);
        var backup = _database.Copy();
        await ObjectAsync(shop, 1);
        await PumpAsync(shop);
        Clock.AdvanceMinutes(1);
        return (RestoreHost(backup, resumes), backup);
    }

    private IServiceProvider RestoreHost(InMemoryDatabase database, bool resumes = true) => Host(
        options => (options.LookEvery, options.ResumeReplays) = (Duration.FromMinutes(20), resumes),
        services =>
        {
            services.AddSingleton(database);
            services.AddSingleton<ILedgerMirror>(new Switched(() => Mirror));
        });

    // When all its entries are back, and nothing else is done.
    private static async Task InterruptAsync(IServiceProvider restored) =>
        await restored.GetRequiredService<DatabaseRestores>().Awaiting(restores => restores.ReplayAsync(Manager, new Ending(), Token).AsTask()).Should().ThrowAsync<IOException>();

    private async Task PassAsync(int hours)
    {
        for (var look = 0; look < 3 * hours; look++)
        {
            Time.Pass(Duration.FromMinutes(20));
            await WaitsAsync();
        }
    }

    private ValueTask<int> InboxAsync() => Mirror.ReadInboxAsync(Token).CountAsync(Token);

    private static async Task<(MirrorStanding Standing, DatabaseRestore? Open)> LookAsync(IServiceProvider host) => await host.GetRequiredService<DatabaseRestores>().LookAsync(Token);

    private static Task<List<DatabaseRestore>> RestoresAsync(IServiceProvider host) => host.GetRequiredService<DatabaseRestores>().ListAsync(Token).ToListAsync(Token).AsTask();

    private async Task ObjectAsync(IServiceProvider host, int person)
    {
        Clock.AdvanceSeconds(1);
        await host.GetRequiredService<Objections>().ObjectToMarketingAsync(Person(person), cancellationToken: Token);
    }

    private static async Task<bool> ObjectedAsync(IServiceProvider host, int person) => await host.GetRequiredService<Objections>().FindAsync(Person(person), cancellationToken: Token) is not null;

    private static async Task PumpAsync(IServiceProvider host) => await host.GetRequiredService<LedgerSequencer>().PumpAsync(Token);

    private static async Task<HealthStatus> HealthAsync(IServiceProvider host) => (await host.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token)).Entries["gdprkit-workers"].Status;

    private sealed class Ending : IProgress<RestoringProgress>
    {
        public void Report(RestoringProgress value) => throw new IOException("The process ends.");
    }

    /// <summary>A mirror whose machine goes away when its entries are to be read.</summary>
    private sealed class Cut(ILedgerMirror mirror) : ILedgerMirror
    {
        public ValueTask<MirrorTip?> ReadTipAsync(CancellationToken cancellationToken) => mirror.ReadTipAsync(cancellationToken);

        public ValueTask<Digest> ReadRootAsync(long size, CancellationToken cancellationToken) => mirror.ReadRootAsync(size, cancellationToken);

        public ValueTask<bool> AppendAsync(MirrorBatch batch, CancellationToken cancellationToken) => mirror.AppendAsync(batch, cancellationToken);

        public ValueTask<ValueList<OrderedEntry>> ReadAsync(long from, int limit, CancellationToken cancellationToken) => throw new IOException("The process ends.");

        public ValueTask<ValueList<Digest>> FindLackingContentAsync(ValueList<Digest> digests, CancellationToken cancellationToken) => mirror.FindLackingContentAsync(digests, cancellationToken);

        public ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken) => mirror.ReadContentAsync(digest, cancellationToken);

        public ValueTask<string?> ReadCheckpointAsync(CancellationToken cancellationToken) => mirror.ReadCheckpointAsync(cancellationToken);

        public ValueTask<long> ForgetAsync(ValueList<OrderedEntry> entries, CancellationToken cancellationToken) => mirror.ForgetAsync(entries, cancellationToken);

        public ValueTask AcceptAsync(InboxItem item, CancellationToken cancellationToken) => mirror.AcceptAsync(item, cancellationToken);

        public IAsyncEnumerable<InboxItem> ReadInboxAsync(CancellationToken cancellationToken) => mirror.ReadInboxAsync(cancellationToken);

        public ValueTask RemoveFromInboxAsync(ValueList<EntryId> items, CancellationToken cancellationToken) => mirror.RemoveFromInboxAsync(items, cancellationToken);
    }
}
