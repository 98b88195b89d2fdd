using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Testing;
using Npgsql;
using Xunit.Sdk;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Decisions;

/// <summary>
/// Two instances of an application on one PostgreSQL. What one records the other sees within <see cref="DecisionOptions.SeenElsewhereWithin"/>,
/// by its own clock, and at once when it asks strictly; whichever of them a form reaches, and however often, it is recorded once.
/// </summary>
public sealed class TwoInstanceTests(PostgreSqlServer server) : IAsyncLifetime
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 27, 9, 30);

    private static readonly Duration Bound = new DecisionOptions().SeenElsewhereWithin;

    private static readonly Duration Moment = Duration.FromMilliseconds(1);

    private static readonly SubjectId Ann = SubjectId.Of(Customers, 7);

    private PostgreSqlDatabase? _database;
    private Instance _here = null!;
    private Instance _there = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = PostgreSqlInstallation.IsInstalled ? await server.CreateDatabaseAsync(Token) : throw SkipException.ForSkip(PostgreSqlInstallation.Missing);
        _here = Create("here", Start);

        // Two servers never have exactly the same time.
        _there = Create("there", Start - Duration.FromSeconds(3));
        await _here.CreateTablesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _here.DisposeAsync();
            await _there.DisposeAsync();
            await _database.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_withdrawal_is_seen_at_once_where_it_was_recorded_and_elsewhere_within_the_declared_time()
    {
        await _here.GiveAsync(Ann);
        (await _there.PermitsAsync(Ann)).Should().BeTrue();

        await _here.WithdrawAsync(Ann);

        (await _here.PermitsAsync(Ann)).Should().BeFalse();
        Pass(Bound - Moment);
        (await _there.PermitsAsync(Ann)).Should().BeTrue("it is remembered, which makes the time that is declared worth declaring");
        Pass(Moment);
        (await _there.PermitsAsync(Ann)).Should().BeFalse();
    }

    [Fact]
    public async Task Who_asks_strictly_sees_a_withdrawal_at_once()
    {
        await _here.GiveAsync(Ann);
        (await _there.PermitsAsync(Ann)).Should().BeTrue();

        await _here.WithdrawAsync(Ann);

        (await _there.PermitsStrictlyAsync(Ann)).Should().BeFalse();
        (await _there.PermitsAsync(Ann)).Should().BeFalse("what was read strictly is what is remembered");
    }

    [Fact]
    public async Task Who_asks_about_many_at_once_sees_a_withdrawal_at_once()
    {
        var ben = SubjectId.Of(Customers, 8);
        await _here.GiveAsync(Ann);
        await _here.GiveAsync(ben);
        (await _there.PermitsAsync(Ann)).Should().BeTrue();

        await _here.WithdrawAsync(Ann);

        (await _there.PermitsAsync(Ann, ben)).Should().Equal(false, true);
    }

    [Fact]
    public async Task An_objection_is_seen_elsewhere_within_the_declared_time_as_well()
    {
        await _here.GiveAsync(Ann);
        (await _there.PermitsAsync(Ann)).Should().BeTrue();

        await _here.ObjectAsync(Ann);

        (await _there.PermitsStrictlyAsync(Ann)).Should().BeFalse();
        Pass(Bound);
        (await _there.PermitsAsync(Ann)).Should().BeFalse();
    }

    [Fact]
    public async Task A_consent_is_seen_elsewhere_within_the_declared_time_too()
    {
        await _here.WithdrawAsync(Ann);
        (await _there.PermitsAsync(Ann)).Should().BeFalse();

        await _here.GiveAsync(Ann);

        (await _there.PermitsAsync(Ann)).Should().BeFalse();
        Pass(Bound);
        (await _there.PermitsAsync(Ann)).Should().BeTrue();
    }

    [Fact]
    public async Task What_is_not_committed_yet_is_seen_nowhere_and_then_within_the_declared_time_from_the_commit()
    {
        await _here.GiveAsync(Ann);
        await _here.WithAsync(async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(Token);
            await context.Gdpr().Consents.WithdrawAsync(Ann, Newsletter, ConsentSignal.ByPersonOnline, Token);
            (await _there.PermitsStrictlyAsync(Ann)).Should().BeTrue();
            Pass(Bound - Moment);
            (await _there.PermitsStrictlyAsync(Ann)).Should().BeTrue("what others have not committed did not happen");
            await transaction.CommitAsync(Token);
            return 0;
        });

        (await _here.PermitsAsync(Ann)).Should().BeFalse();
        Pass(Bound);
        (await _there.PermitsAsync(Ann)).Should().BeFalse();
    }

    [Fact]
    public async Task An_instance_that_remembers_nothing_sees_it_at_once()
    {
        await using var forgetful = Create("forgetful", Start, options => options.SeenElsewhereWithin = Duration.Zero);
        await _here.GiveAsync(Ann);
        (await forgetful.PermitsAsync(Ann)).Should().BeTrue();

        await _here.WithdrawAsync(Ann);

        (await forgetful.PermitsAsync(Ann)).Should().BeFalse();
    }

    [Fact]
    public async Task An_instance_that_starts_anew_sees_it_at_once()
    {
        await _here.GiveAsync(Ann);
        (await _there.PermitsAsync(Ann)).Should().BeTrue();
        await _here.WithdrawAsync(Ann);

        await using var restarted = Create("restarted", Start);

        (await restarted.PermitsAsync(Ann)).Should().BeFalse();
    }

    [Fact]
    public async Task A_form_that_reaches_both_at_the_same_time_is_recorded_once_for_whoever_sends_it_first()
    {
        for (var number = 1; number <= 20; number++)
        {
            var person = SubjectId.Of(Customers, number);
            var form = EntryId.New(Start);

            await AtTheSameTimeAsync(() => _here.GiveAsync(person, form), () => _there.GiveAsync(person, form), () => _here.GiveAsync(person, form), () => _there.GiveAsync(person, form));

            var (record, history) = await _there.ReadAsync(person);
            history.Should().ContainSingle().Which.Id.Should().Be(form);
            record.Status.Should().Be(ConsentStatus.Given);
        }

        (await LinksAsync()).Should().Be(20, "nobody is two people because both instances met them for the first time");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_withdrawal_that_reaches_both_at_the_same_time_is_recorded_once(bool isSameForm)
    {
        for (var number = 1; number <= 20; number++)
        {
            var person = SubjectId.Of(Customers, number);
            var form = EntryId.New(Start);
            await _here.GiveAsync(person);

            await AtTheSameTimeAsync(() => _here.WithdrawAsync(person, form), () => _there.WithdrawAsync(person, isSameForm ? form : null));

            var (record, history) = await _there.ReadAsync(person);
            history.Select(entry => entry.Type.Name).Should().Equal("consent.given", "consent.withdrawn");
            record.Status.Should().Be(ConsentStatus.Withdrawn);
        }
    }

    [Fact]
    public async Task A_form_that_is_sent_again_to_the_other_after_a_withdrawal_revives_nothing()
    {
        var form = EntryId.New(Start);
        await _here.GiveAsync(Ann, form);
        await _here.WithdrawAsync(Ann);

        await _there.GiveAsync(Ann, form);

        (await _there.ReadAsync(Ann)).History.Select(entry => entry.Type.Name).Should().Equal("consent.given", "consent.withdrawn");
        (await _there.PermitsStrictlyAsync(Ann)).Should().BeFalse();
    }

    [Fact]
    public async Task Of_a_yes_and_a_no_at_the_same_time_both_are_in_one_history_and_the_decisions_agree_with_it()
    {
        for (var number = 1; number <= 20; number++)
        {
            var person = SubjectId.Of(Customers, number);
            await _here.GiveAsync(person);

            await AtTheSameTimeAsync(() => _here.WithdrawAsync(person), () => _there.GiveAsync(person));

            var (record, history) = await _here.ReadAsync(person);
            history.Select(entry => entry.Version).Should().Equal(1, 2, 3);
            history.Should().OnlyContain(entry => entry.IsIntact);
            record.Should().Be(history.Aggregate(ConsentRecord.Fold.Empty, ConsentRecord.Fold.Apply));
            (await _here.PermitsStrictlyAsync(person)).Should().Be(record.Status.IsValid());
            (await _there.PermitsStrictlyAsync(person)).Should().Be(record.Status.IsValid());
        }
    }

    [Fact]
    public async Task Both_count_the_same_overview()
    {
        await _here.GiveAsync(Ann);
        await _there.GiveAsync(SubjectId.Of(Customers, 8));
        await _there.WithdrawAsync(SubjectId.Of(Customers, 9));

        var topics = (await _here.CountAsync()).Topics;

        topics.Should().Equal((await _there.CountAsync()).Topics);
        topics.Single(topic => topic.Topic == Newsletter).Today.Should().Equal(new ConsentCount(ConsentStatus.Given, 2), new ConsentCount(ConsentStatus.Withdrawn, 1));
        topics.Single(topic => topic.Topic == Newsletter).Months[^1].Reached.Should().Equal(new ConsentCount(ConsentStatus.Given, 2), new ConsentCount(ConsentStatus.Withdrawn, 1));
    }

    private static async Task AtTheSameTimeAsync(params Func<Task>[] doings)
    {
        using var start = new SemaphoreSlim(0);
        var all = Array.ConvertAll(doings, async doing =>
        {
            await start.WaitAsync(Token);
            await doing();
        });
        start.Release(doings.Length);
        await Task.WhenAll(all);
    }

    private Instance Create(string name, Instant now, Action<DecisionOptions>? configure = null)
    {
        // Another name makes it another pool of connections.
        var connection = new NpgsqlConnectionStringBuilder(_database!.ConnectionString) { ApplicationName = name }.ConnectionString;
        return new Instance(options => options.UseNpgsql(connection), new FakeClock(now), configure);
    }

    private void Pass(Duration time)
    {
        _here.Clock.Advance(time);
        _there.Clock.Advance(time);
    }

    private Task<long> LinksAsync() => _here.WithAsync(async context =>
        await context.Database.SqlQueryRaw<long>("SELECT count(*) AS \"Value\" FROM gdpr_subject_link").SingleAsync(Token));
}
