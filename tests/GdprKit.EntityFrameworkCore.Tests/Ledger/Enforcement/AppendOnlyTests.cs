using System.Data.Common;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Ledger.Enforcement;

/// <summary>What the database refuses by itself, whoever asks it, where a host wants the ledger append-only.</summary>
public abstract class AppendOnlyTests : IAsyncLifetime
{
    private static readonly StreamStatus Ended = StreamStatus.Parse("ended");

    private readonly HeardMessages _heard = new();

    public static TheoryData<string> Changes =>
    [
        "UPDATE gdpr_entry SET recorded_at = 0",
        "UPDATE gdpr_entry SET entry_id = entry_id",
        "UPDATE gdpr_entry_details SET texts = salt",
        "UPDATE gdpr_content SET bytes = digest",
        "UPDATE gdpr_expired_entry SET hash = entry_id",
    ];

    public static TheoryData<string> Removals =>
    [
        "DELETE FROM gdpr_entry",
        "DELETE FROM gdpr_entry WHERE stream_key = 'new'",
        "DELETE FROM gdpr_expired_entry",
    ];

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private static StreamKind Kind => Subscription.StreamOf(SubjectRef.None).Kind;

    public async ValueTask InitializeAsync()
    {
        await OpenAsync();
        await using var context = Context();
        await context.Database.MigrateAsync(Token);
        var store = new EntityFrameworkCoreLedgerStore(context);
        await store.AppendAsync(AppendBatch.Of([Whole("old", At(0)), Whole("new", At(30))], [LedgerContent.Of("a notice"u8)]), Token);
        (await store.ExpireAsync(StreamExpiry.Of(Kind, [Ended], At(10)), Token)).Should().Be(1, "what is lawful is not refused");
    }

    public async ValueTask DisposeAsync()
    {
        _heard.Dispose();
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public Task A_change_by_hand_is_refused_with_what_to_do_instead(string statement) => RefusesAsync(statement, "GDPR3161: *Append an entry*");

    [Theory]
    [MemberData(nameof(Removals))]
    public Task A_removal_by_hand_is_refused_with_what_to_do_instead(string statement) => RefusesAsync(statement, "GDPR3162: *expire*");

    [Fact]
    public async Task Who_writes_an_entry_down_as_expired_with_another_hash_cannot_remove_it()
    {
        await ExecuteAsync("INSERT INTO gdpr_expired_entry (entry_id, hash) SELECT entry_id, salt FROM gdpr_entry");

        await RefusesAsync("DELETE FROM gdpr_entry", "GDPR3162: *");
    }

    [Fact]
    public async Task Details_are_forgotten_and_the_entry_stays()
    {
        await using var context = Context();
        var store = new EntityFrameworkCoreLedgerStore(context);

        (await store.ForgetDetailsAsync(HeadFilter.Of(Kind), Token)).Should().Be(1);

        (await CountAsync<LedgerDetailsRow>(), await CountAsync<LedgerEntryRow>(), await CountAsync<ExpiredEntryRow>()).Should().Be((0, 1, 1));
    }

    [Fact]
    public async Task An_entry_that_is_sent_twice_is_still_one_entry_and_another_one_with_its_id_is_refused_by_the_ledger()
    {
        await using var context = Context();
        var store = new EntityFrameworkCoreLedgerStore(context);
        var (first, other) = (Whole("again", At(40)), Whole("other", At(40)));
        await store.AppendAsync(AppendBatch.Of([first]), Token);

        (await store.AppendAsync(AppendBatch.Of([first]), Token)).Should().Be(new AppendResult.Appended());
        var taking = async () => await store.AppendAsync(AppendBatch.Of([other with { Entries = [Subscription.Start().Seal(other.Stream, 1, At(40)) with { Id = first.Entries[0].Id }] }]), Token);

        (await taking.Should().ThrowAsync<LedgerException>()).Which.Id.Should().Be("GDPR3100");
        (await CountAsync<LedgerEntryRow>()).Should().Be(2);
    }

    [Fact]
    public async Task A_host_whose_database_has_the_triggers_starts()
    {
        await StartAsync();

        _heard.All.Should().BeEmpty();
    }

    [Fact]
    public async Task A_host_whose_database_has_the_triggers_by_the_script_of_the_package_starts()
    {
        await MigrateAsync("Ledger");
        await ExecuteAsync(await LedgerScripts.ReadAsync($"{Database}-append-only", Token));
        await ExecuteAsync(await LedgerScripts.ReadAsync($"{Database}-append-only", Token));

        await StartAsync();
        await RefusesAsync("DELETE FROM gdpr_entry", "GDPR3162: *");
    }

    [Fact]
    public async Task A_host_whose_database_lacks_the_triggers_does_not_start_and_is_told_which()
    {
        await MigrateAsync("Ledger");

        await RefusesToStartAsync("gdpr_entry_no_update, *gdpr_entry_no_delete*");
        await ExecuteAsync("UPDATE gdpr_entry SET recorded_at = recorded_at");
    }

    [Fact]
    public async Task A_trigger_that_was_dropped_is_noticed()
    {
        await ExecuteAsync(DropOfOne);

        await RefusesToStartAsync("has others: gdpr_entry_no_delete.*");
    }

    [Fact]
    public async Task A_trigger_that_was_replaced_by_one_that_does_nothing_is_noticed()
    {
        await ExecuteAsync(Harmless);

        await RefusesToStartAsync("has others: gdpr_*_no_*");
    }

    [Fact]
    public async Task While_the_database_is_away_the_host_starts_and_says_that_nobody_could_look()
    {
        await StartAsync(isAway: true);

        _heard.All.Should().ContainSingle().Which.Should().StartWith("Warning GDPR6150: ").And.Contain("AppendOnlyContext");
    }

    /// <summary>The name of the scripts of the database.</summary>
    protected abstract string Database { get; }

    /// <summary>Drops the trigger that refuses to remove entries.</summary>
    protected abstract string DropOfOne { get; }

    /// <summary>Puts something harmless in the place of a trigger.</summary>
    protected abstract string Harmless { get; }

    protected abstract void Use(DbContextOptionsBuilder options, bool isAway);

    protected abstract ValueTask OpenAsync();

    protected abstract ValueTask CloseAsync();

    protected async Task RefusesAsync(string statement, string message)
    {
        var before = (await CountAsync<LedgerEntryRow>(), await CountAsync<ExpiredEntryRow>());
        var executing = () => ExecuteAsync(statement);

        (await executing.Should().ThrowAsync<DbException>()).WithMessage($"*{message}");
        (await CountAsync<LedgerEntryRow>(), await CountAsync<ExpiredEntryRow>()).Should().Be(before);
    }

    protected async Task RefusesToStartAsync(string message)
    {
        var starting = () => StartAsync();

        (await starting.Should().ThrowAsync<LedgerException>()).WithMessage($"GDPR3160: *AppendOnlyContext*{message}*EnforceGdprKitAppendOnly()*");
    }

    protected async Task ExecuteAsync(string statement)
    {
        await using var context = Context();
        await context.Database.ExecuteSqlRawAsync(statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), Token);
    }

    private async Task<int> CountAsync<TRow>()
        where TRow : class
    {
        await using var context = Context();
        return await context.Set<TRow>().CountAsync(Token);
    }

    private async Task MigrateAsync(string migration)
    {
        await using var context = Context();
        await context.GetService<IMigrator>().MigrateAsync(migration, Token);
    }

    private async Task StartAsync(bool isAway = false)
    {
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(_heard).AddFilter((category, _) => category!.StartsWith("GdprKit", StringComparison.Ordinal)))
            .AddDbContext<AppendOnlyContext>(options => Use(options, isAway))
            .AddDbContext<LedgerContext>(options => Use(options, isAway));
        services.AddGdprKit().UseEntityFrameworkCore<LedgerContext>().UseEntityFrameworkCore<AppendOnlyContext>().UseEntityFrameworkCore<AppendOnlyContext>();
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        var hosted = provider.GetServices<IHostedService>().Should().ContainSingle().Which;
        await hosted.StartAsync(Token);
        await hosted.StopAsync(Token);
    }

    private AppendOnlyContext Context()
    {
        var options = new DbContextOptionsBuilder<AppendOnlyContext>();
        Use(options, isAway: false);
        return new AppendOnlyContext(options.Options);
    }

    private static Instant At(int minute) => Instant.FromUtc(2026, 11, 26, 9, 0) + Duration.FromMinutes(minute);

    private static StreamAppend Whole(string key, Instant at) =>
        WholeAppend.To(Subscription.StreamOf(SubjectRef.Parse("000102030405060708090a0b0c0d0e0f"), key), at, Ended.ToString(), note: "ann@example.nl");
}
