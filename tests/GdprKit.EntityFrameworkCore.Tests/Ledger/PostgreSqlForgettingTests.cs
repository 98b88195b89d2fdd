using System.Diagnostics;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using Xunit.Sdk;
using IsolationLevel = System.Data.IsolationLevel;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>What goes while others write at the same time.</summary>
public sealed class PostgreSqlForgettingTests(PostgreSqlServer server) : IAsyncLifetime
{
    private static readonly StreamStatus Ended = StreamStatus.Parse("ended");

    private static readonly StreamStatus Held = StreamStatus.Parse("held");

    private static readonly StreamKey Everybody = StreamKey.Parse("everybody");

    private readonly SubjectRef _ann = SubjectRef.New();
    private LedgerHost? _host;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static StreamKind Kind => Subscription.StreamOf(SubjectRef.None).Kind;

    private StreamExpiry Expiry => StreamExpiry.Of(Kind, [Ended], At(10)) with { Unless = StreamShield.Of([new ShieldingStreams(Kind, 1, [Ended])], Everybody) };

    public async ValueTask InitializeAsync() =>
        _host = PostgreSqlInstallation.IsInstalled ? await LedgerHost.InPostgreSqlAsync(server) : throw SkipException.ForSkip(PostgreSqlInstallation.Missing);

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_hold_that_is_placed_while_streams_expire_protects_whom_it_is_on(bool isOnEverybody)
    {
        await using var one = _host!.Request();
        await using var other = _host.Request();
        await StoreOf(one).AppendAsync(AppendBatch.Of([Whole(_ann, "old", Ended)]), Token);

        var gone = await WhileOpenAsync(
            one,
            () => StoreOf(one).AppendAsync(AppendBatch.Of([isOnEverybody ? Whole(SubjectRef.None, Everybody.ToString(), Held) : Whole(_ann, "hold", Held)]), Token).AsTask(),
            () => StoreOf(other).ExpireAsync(Expiry, Token).AsTask());

        gone.Should().Be(0);
        (await EntriesAsync("old")).Should().Be(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_is_sent_again_while_it_expires_does_not_come_back(int streams)
    {
        await using var one = _host!.Request();
        await using var other = _host.Request();
        await ContextOf(other).Database.OpenConnectionAsync(Token);
        var batch = AppendBatch.Of(Enumerable.Range(0, streams).Select(place => Whole(_ann, $"old-{place}", Ended)).ToValueList());
        await StoreOf(one).AppendAsync(batch, Token);
        for (var warming = 0; warming < 8; warming++)
        {
            await StoreOf(other).AppendAsync(AppendBatch.Of(Enumerable.Range(0, streams).Select(place => Whole(SubjectRef.New(), $"warm-{place}", Held)).ToValueList()), Token);
        }

        var result = await WhileOpenAsync(
            one,
            () => StoreOf(one).ExpireAsync(Expiry, Token).AsTask(),
            () => StoreOf(other).AppendAsync(batch, Token).AsTask());

        result.Should().Be(new AppendResult.Appended());
        (await EntriesAsync("old-0")).Should().Be(0);
        await using var request = _host.Request();
        (await StoreOf(request).FindHashesAsync(batch.Streams.SelectMany(append => append.Entries).Select(entry => entry.Id).ToValueList(), Token)).Should().HaveCount(streams);
    }

    [Fact]
    public async Task Details_that_are_being_appended_are_forgotten_as_well()
    {
        await using var one = _host!.Request();
        await using var other = _host.Request();
        var append = Whole(_ann, "new", Held, details: true);

        var forgotten = await WhileOpenAsync(
            one,
            () => StoreOf(one).AppendAsync(AppendBatch.Of([append]), Token).AsTask(),
            () => StoreOf(other).ForgetDetailsAsync(HeadFilter.About(_ann), Token).AsTask());

        forgotten.Should().Be(1);
    }

    [Theory]
    [InlineData(IsolationLevel.RepeatableRead)]
    [InlineData(IsolationLevel.Serializable)]
    public async Task Forgetting_in_a_transaction_that_does_not_see_what_others_write_is_refused_and_the_transaction_stays_usable(IsolationLevel isolation)
    {
        await using var request = _host!.Request();
        await ContextOf(request).Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await ContextOf(request).Database.BeginTransactionAsync(isolation, Token);
            Func<Task>[] refused = [() => StoreOf(request).ExpireAsync(Expiry, Token).AsTask(), () => StoreOf(request).ForgetDetailsAsync(HeadFilter.About(_ann), Token).AsTask()];
            foreach (var forgetting in refused)
            {
                (await forgetting.Should().ThrowAsync<LedgerException>()).WithMessage("GDPR3159: *read committed*");
            }

            await StoreOf(request).AppendAsync(AppendBatch.Of([Whole(_ann, "new", Held)]), Token);
            await transaction.CommitAsync(Token);
        });

        (await EntriesAsync("new")).Should().Be(1);
    }

    [Fact]
    public async Task No_plan_of_the_database_makes_more_streams_expire_than_were_asked_for()
    {
        await using var request = _host!.Request();
        await StoreOf(request).AppendAsync(AppendBatch.Of(Enumerable.Range(0, 5).Select(place => Whole(_ann, $"old-{place}", Ended)).ToValueList()), Token);
        await ContextOf(request).Database.OpenConnectionAsync(Token);
        await ContextOf(request).Database.ExecuteSqlRawAsync(
            "SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_material = off; SET enable_hashagg = off; SET enable_sort = off; SET enable_memoize = off", Token);

        (await StoreOf(request).ExpireAsync(Expiry with { Limit = 2 }, Token)).Should().Be(2);
    }

    [Theory]
    [InlineData(true, "0")]
    [InlineData(false, "0")]
    [InlineData(true, "1min")]
    [InlineData(false, "1min")]
    public async Task Who_forgets_waits_for_a_transaction_that_stays_open_and_nobody_else_waits_with_it(bool isExpiry, string limit)
    {
        await using var one = _host!.Request();
        await using var other = _host.Request();
        await StoreOf(one).AppendAsync(AppendBatch.Of([Whole(_ann, "old", Ended, details: true)]), Token);
        await LimitAsync(other, limit);

        var gone = await WhileOpenAsync(
            one,
            () => StoreOf(one).AppendAsync(AppendBatch.Of([Whole(SubjectRef.New(), "new", Held)]), Token).AsTask(),
            () => isExpiry ? StoreOf(other).ExpireAsync(Expiry, Token).AsTask() : StoreOf(other).ForgetDetailsAsync(HeadFilter.About(_ann), Token).AsTask(),
            async () =>
            {
                await using var meanwhile = _host.Request();
                ContextOf(meanwhile).Database.SetCommandTimeout(10);
                (await StoreOf(meanwhile).AppendAsync(AppendBatch.Of([Whole(SubjectRef.New(), "meanwhile", Held)]), Token)).Should().BeOfType<AppendResult.Appended>();
            });

        gone.Should().Be(1);
        (await LimitAsync(other)).Should().Be(limit);
    }

    [Theory]
    [InlineData("150ms")]
    [InlineData("450ms")]
    public async Task Who_forgets_gives_up_after_the_limit_of_the_host_and_finds_it_as_it_was(string limit)
    {
        await using var one = _host!.Request();
        await using var other = _host.Request();
        await StoreOf(one).AppendAsync(AppendBatch.Of([Whole(_ann, "old", Ended)]), Token);
        await LimitAsync(other, limit);

        await ContextOf(one).Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await ContextOf(one).Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, Token);
            await StoreOf(one).AppendAsync(AppendBatch.Of([Whole(SubjectRef.New(), "new", Held)]), Token);
            var expiring = async () => await StoreOf(other).ExpireAsync(Expiry, Token);

            var began = Stopwatch.GetTimestamp();
            (await expiring.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.LockNotAvailable);
            Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(15), "without a limit it would be half a minute");
            await transaction.CommitAsync(Token);
        });

        (await LimitAsync(other)).Should().Be(limit);
        (await StoreOf(other).ExpireAsync(Expiry, Token)).Should().Be(1);
    }

    [Fact]
    public async Task Who_expires_waits_in_no_circle_with_those_who_write_to_the_tables_of_the_host_in_another_order()
    {
        await using var one = _host!.Request();
        await using var two = _host.Request();
        await using var other = _host.Request();
        ContextOf(one).Add(new Customer { Name = "Ann" });
        await ContextOf(one).SaveChangesAsync(Token);
        await StoreOf(one).AppendAsync(AppendBatch.Of([Whole(_ann, "old", Ended)]), Token);
        Task? renaming = null;

        // One has appended and waits for the row of two, who appends while somebody waits to expire.
        var gone = await WhileOpenAsync(
            two,
            async () =>
            {
                await RenameAsync(two, "Bob");
                renaming = ContextOf(one).Database.CreateExecutionStrategy().ExecuteAsync(async () =>
                {
                    await using var transaction = await ContextOf(one).Database.BeginTransactionAsync(Token);
                    await StoreOf(one).AppendAsync(AppendBatch.Of([Whole(SubjectRef.New(), "one", Held)]), Token);
                    await RenameAsync(one, "Cas");
                    await transaction.CommitAsync(Token);
                });
                await UntilWaitingAsync(1, renaming);
            },
            () => StoreOf(other).ExpireAsync(Expiry, Token).AsTask(),
            async () => (await StoreOf(two).AppendAsync(AppendBatch.Of([Whole(SubjectRef.New(), "two", Held)]), Token)).Should().BeOfType<AppendResult.Appended>(),
            waiting: 2);

        gone.Should().Be(1);
        await renaming!;
        (await ContextOf(two).Customers.AsNoTracking().SingleAsync(Token)).Name.Should().Be("Cas");
    }

    [Fact]
    public async Task Expiry_leaves_the_limits_of_a_host_s_transaction_as_they_were()
    {
        await using var request = _host!.Request();
        await ContextOf(request).Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await ContextOf(request).Database.BeginTransactionAsync(Token);
            await StoreOf(request).ExpireAsync(Expiry, Token);
            (await LimitAsync(request)).Should().Be("0");
            await ContextOf(request).Database.ExecuteSqlRawAsync("SET LOCAL lock_timeout = '7s'", Token);
            await StoreOf(request).ExpireAsync(Expiry, Token);
            (await LimitAsync(request)).Should().Be("7s");
        });
    }

    // The limit is one of the connection, which stays open.
    private static async Task LimitAsync(AsyncServiceScope request, string limit)
    {
        await ContextOf(request).Database.OpenConnectionAsync(Token);
        await ContextOf(request).Database.ExecuteSqlAsync($"SELECT set_config('lock_timeout', {limit}, false)", Token);
    }

    private static Task<string> LimitAsync(AsyncServiceScope request) =>
        ContextOf(request).Database.SqlQueryRaw<string>("SELECT current_setting('lock_timeout') AS \"Value\"").SingleAsync(Token);

    private static Task<int> RenameAsync(AsyncServiceScope request, string name) =>
        ContextOf(request).Customers.ExecuteUpdateAsync(customers => customers.SetProperty(customer => customer.Name, name), Token);

    private static ILedgerStore StoreOf(AsyncServiceScope request) => request.ServiceProvider.GetRequiredService<ILedgerStore>();

    private static LedgerContext ContextOf(AsyncServiceScope request) => request.ServiceProvider.GetRequiredService<LedgerContext>();

    private static Instant At(int minute) => Instant.FromUtc(2026, 11, 26, 9, 0) + Duration.FromMinutes(minute);

    private static StreamAppend Whole(SubjectRef person, string key, StreamStatus status, bool details = false) =>
        WholeAppend.To(Subscription.StreamOf(person, key), At(0), status.ToString(), note: details ? "ann@example.nl" : null);

    private async Task<int> EntriesAsync(string key) => (await _host!.CountAsync(Subscription.StreamOf(_ann, key))).Entries;

    /// <summary>Writes in a transaction, which is committed when another one waits for it, or is done without waiting.</summary>
    private async Task<T> WhileOpenAsync<T>(AsyncServiceScope one, Func<Task> work, Func<Task<T>> others, Func<Task>? meanwhile = null, int waiting = 1)
    {
        Task<T>? other = null;
        await ContextOf(one).Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await ContextOf(one).Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, Token);
            await work();
            other = others();
            await UntilWaitingAsync(waiting, other);
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
            await transaction.CommitAsync(Token);
        });
        return await other!;
    }

    private async Task UntilWaitingAsync(int count, Task other)
    {
        await using var watching = _host!.Request();
        while (!other.IsCompleted && await WaitingAsync(ContextOf(watching)) < count)
        {
        }
    }

    private static Task<int> WaitingAsync(DbContext context) => context.Database
        .SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
        .SingleAsync(Token);
}
