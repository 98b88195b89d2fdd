using System.Data.Common;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>A prepared statement is kept while its connection is open, and nothing of one use reaches the next.</summary>
public abstract class KeptStatementTests : LedgerHostTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    private protected KeptCommands? Kept => KeptCommands.Find(Context.Database.GetDbConnection());

    [Fact]
    public async Task While_the_connection_is_open_a_statement_is_made_once()
    {
        await Context.Database.OpenConnectionAsync(Token);
        await WriteAsync(0);
        await FindAsync();
        var kept = Kept!;
        var count = kept.Count;
        var command = kept.FindCommand(LedgerSql.Of(Context).FindHead);

        await WriteAsync(1);
        (await FindAsync()).Should().Be(2);

        Kept.Should().BeSameAs(kept);
        kept.Count.Should().Be(count);
        kept.FindCommand(LedgerSql.Of(Context).FindHead).Should().NotBeNull().And.BeSameAs(command);
    }

    [Fact]
    public async Task Who_opens_the_connection_for_one_statement_keeps_nothing()
    {
        await WriteAsync(0);

        (await FindAsync()).Should().Be(1);

        Kept.Should().BeNull();
    }

    [Fact]
    public async Task Nothing_is_kept_beyond_the_connection_and_it_is_prepared_again_when_that_is_opened_again()
    {
        for (var version = 0; version < 3; version++)
        {
            await Context.Database.OpenConnectionAsync(Token);
            await WriteAsync(version);
            (await FindAsync()).Should().Be(version + 1);
            var expectDisposed = Watch(Kept!.FindCommand(LedgerSql.Of(Context).FindHead)!);

            await Context.Database.CloseConnectionAsync();

            Kept.Should().BeNull();
            await expectDisposed();
        }

        (await Host.CountAsync(Stream)).Should().Be((0, 3));
    }

    [Fact]
    public async Task A_statement_that_waits_holds_no_value_and_no_transaction()
    {
        await Context.Database.OpenConnectionAsync(Token);
        await WriteAsync(0, "told by telephone");
        await InTransactionAsync(commits: false, FindAsync);

        var command = Kept!.FindCommand(LedgerSql.Of(Context).FindHead)!;
        command.Parameters.Cast<DbParameter>().Should().HaveCount(3).And.OnlyContain(parameter => parameter.Value == DBNull.Value);
        command.Transaction.Should().BeNull();
    }

    [Fact]
    public async Task What_one_append_has_the_next_without_it_does_not_get()
    {
        await Context.Database.OpenConnectionAsync(Token);
        await WriteAsync(0, "told by telephone", due: Start);
        await WriteAsync(1);
        await WriteAsync(2, "told by letter");

        var entries = await Store.ReadStreamAsync(Stream, 0, Token).ToListAsync(Token);

        entries.Select(entry => entry.Details?["note"]).Should().Equal("told by telephone", null, "told by letter");
        (await Store.FindHeadsAsync([Stream], Token)).Should().ContainSingle().Which.Index.Due.Should().BeNull();
    }

    [Fact]
    public async Task It_follows_the_transactions_of_the_host()
    {
        await Context.Database.OpenConnectionAsync(Token);
        await WriteAsync(0);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            await InTransactionAsync(commits: false, WriteAndFindAsync);
            (await FindAsync()).Should().Be(1);
        }

        await InTransactionAsync(commits: true, WriteAndFindAsync);

        await WriteAsync(2);
        (await Host.CountAsync(Stream)).Should().Be((0, 3));

        async Task<long> WriteAndFindAsync()
        {
            await WriteAsync(1);
            var version = await FindAsync();
            version.Should().Be(2);
            return version;
        }
    }

    [Fact]
    public async Task It_heeds_the_time_limit_of_each_use()
    {
        await Context.Database.OpenConnectionAsync(Token);
        await WriteAsync(0);
        await FindAsync();
        var command = Kept!.FindCommand(LedgerSql.Of(Context).FindHead)!;
        var usual = command.CommandTimeout;

        Context.Database.SetCommandTimeout(7);
        await FindAsync();
        command.CommandTimeout.Should().Be(7);

        Context.Database.SetCommandTimeout(null);
        await FindAsync();
        command.CommandTimeout.Should().Be(usual);
    }

    [Fact]
    public async Task A_conflict_leaves_a_statement_that_works()
    {
        await Context.Database.OpenConnectionAsync(Token);
        await WriteAsync(0);

        (await Store.AppendAsync(Batch(0), Token)).Should().BeOfType<AppendResult.Conflict>();

        await WriteAsync(1);
        (await FindAsync()).Should().Be(2);
    }

    [Fact]
    public async Task Content_that_is_there_already_is_referred_to_and_not_sent_again()
    {
        LedgerContent notice = LedgerContent.Of("what everybody is shown"u8.ToArray()), wording = LedgerContent.Of("what is asked of a few"u8.ToArray());
        await Context.Database.OpenConnectionAsync(Token);
        (await AppendAsync(0, notice)).Should().BeOfType<AppendResult.Appended>();
        await Context.Database.ExecuteSqlRawAsync(NoMoreContent, Token);

        (await AppendAsync(1, notice)).Should().BeOfType<AppendResult.Appended>();
        (await AppendAsync(1, notice)).Should().BeOfType<AppendResult.Conflict>();
        await FluentActions.Awaiting(() => AppendAsync(2, notice, wording)).Should().ThrowAsync<DbException>("it is not there yet");

        await Context.Database.ExecuteSqlRawAsync(MoreContent, Token);
        (await AppendAsync(2, notice, wording)).Should().BeOfType<AppendResult.Appended>();
        (await Store.ReadContentAsync(wording.Digest, Token)).Should().Be(wording);

        async Task<AppendResult> AppendAsync(long expected, params LedgerContent[] content) =>
            await Store.AppendAsync(AppendBatch.Of([WholeAppend.To(Stream, Start + Duration.FromMinutes(expected), expected: expected, content: content)], content), Token);
    }

    /// <summary>Lets the database refuse content from now on.</summary>
    private protected abstract string NoMoreContent { get; }

    /// <summary>Lets it take content again.</summary>
    private protected abstract string MoreContent { get; }

    /// <summary>Makes what expects, when the connection is closed, that a statement was disposed of.</summary>
    private protected abstract Func<Task> Watch(DbCommand command);

    protected static StreamId Stream { get; } = Subscription.StreamOf(SubjectRef.Parse("000102030405060708090a0b0c0d0e0f"));

    protected async Task<long> FindAsync() => (await Store.FindHeadsAsync([Stream], Token)).Single().Version;

    protected async Task WriteAsync(long expected, string? note = null, Instant? due = null) =>
        (await Store.AppendAsync(Batch(expected, note, due), Token)).Should().BeOfType<AppendResult.Appended>();

    protected Task InTransactionAsync(bool commits, Func<Task<long>> work) => Context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
    {
        await using var transaction = await Context.Database.BeginTransactionAsync(Token);
        await work();
        await (commits ? transaction.CommitAsync(Token) : transaction.RollbackAsync(Token));
    });

    private static AppendBatch Batch(long expected, string? note = null, Instant? due = null) =>
        AppendBatch.Of([WholeAppend.To(Stream, Start + Duration.FromMinutes(expected), expected: expected, note: note, due: due)]);
}
