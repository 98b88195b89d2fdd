using System.Transactions;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit.Sdk;
using IsolationLevel = System.Data.IsolationLevel;

namespace GdprKit.EntityFrameworkCore.Ledger;

public sealed class PostgreSqlHostTransactionTests(PostgreSqlServer server) : HostTransactionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_TransactionScope_is_joined(bool completes)
    {
        await Context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            using var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
            Context.Add(new Customer { Name = "Ann" });
            await Context.SaveChangesWithGdprAsync(RememberAsync, Token);
            if (completes)
            {
                scope.Complete();
            }
        });

        (await Host.CountAsync(Stream)).Should().Be(completes ? (1, 1) : (0, 0));
    }

    [Fact]
    public async Task An_append_while_a_query_is_still_being_read_is_refused_with_what_to_do_instead()
    {
        Context.AddRange(new Customer { Name = "Ann" }, new Customer { Name = "Bob" });
        await Context.SaveChangesAsync(Token);
        await Context.Database.OpenConnectionAsync(Token);
        await using (var command = Context.Database.GetDbConnection().CreateCommand())
        {
            command.CommandText = """SELECT "Name" FROM "Customers" """;
            await using var reader = await command.ExecuteReaderAsync(Token);
            await reader.ReadAsync(Token);
            var remembering = async () => await RememberAsync(Context.Gdpr(), Token);

            (await remembering.Should().ThrowAsync<LedgerException>()).WithMessage("GDPR3153: *ToListAsync*");
        }

        await RememberAsync(Context.Gdpr(), Token);
        (await Host.CountAsync(Stream)).Should().Be((2, 1));
    }

    [Fact]
    public async Task When_the_transaction_of_the_host_is_gone_with_its_connection_nothing_is_written_beside_it()
    {
        var remembering = () => Context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await Context.Database.BeginTransactionAsync(Token);
            Context.Add(new Customer { Name = "Ann" });
            await Context.SaveChangesAsync(Token);
            await using (var command = Context.Database.GetDbConnection().CreateCommand())
            {
                command.CommandText = "SELECT pg_terminate_backend(pg_backend_pid())";
                await command.Invoking(broken => broken.ExecuteScalarAsync(Token)).Should().ThrowAsync<NpgsqlException>();
            }

            await RememberAsync(Context.Gdpr(), Token);
        });

        (await remembering.Should().ThrowAsync<LedgerException>()).Which.Id.Should().Be("GDPR3158");
        (await Host.CountAsync(Stream)).Should().Be((0, 0));
    }

    [Fact]
    public async Task At_read_committed_a_stream_that_another_added_to_meanwhile_is_decided_on_again()
    {
        await InTransactionAsync(IsolationLevel.ReadCommitted, async () =>
        {
            await Streams.LoadAsync<Subscription>(Stream, Token);
            await AddByAnotherAsync();
            await RememberAsync(Context.Gdpr(), Token);
        });

        (await Host.CountAsync(Stream)).Should().Be((0, 2));
    }

    [Fact]
    public async Task At_repeatable_read_a_stream_that_another_added_to_meanwhile_fails_as_the_database_says()
    {
        var appending = () => InTransactionAsync(IsolationLevel.RepeatableRead, async () =>
        {
            await Streams.LoadAsync<Subscription>(Stream, Token);
            await AddByAnotherAsync();
            await RememberAsync(Context.Gdpr(), Token);
        });

        (await appending.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.SerializationFailure);
        (await Host.CountAsync(Stream)).Should().Be((0, 1));
    }

    [Fact]
    public async Task Of_two_host_transactions_in_each_other_s_way_the_database_ends_one_and_the_other_is_whole()
    {
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());

        var outcomes = await Task.WhenAll(CrossAsync("a", "b", first, second.Task), CrossAsync("b", "a", second, first.Task));

        outcomes.Should().BeEquivalentTo("whole", PostgresErrorCodes.DeadlockDetected);
        await using var request = Host.Request();
        var heads = await request.ServiceProvider.GetRequiredService<ILedgerStore>().FindHeadsAsync([Claim("a").Stream, Claim("b").Stream], Token);
        heads.Should().HaveCount(2);
    }

    [Fact]
    public async Task Of_sixteen_who_claim_a_stream_at_once_one_gets_it()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            await using var request = Host.Request();
            return await request.ServiceProvider.GetRequiredService<ILedgerStore>().AppendAsync(AppendBatch.Of([Claim()]), Token);
        }));

        results.OfType<AppendResult.Appended>().Should().ContainSingle();
        results.OfType<AppendResult.Conflict>().Should().HaveCount(15).And.AllBeEquivalentTo(new AppendResult.Conflict([Claim().Stream]));
    }

    [Fact]
    public async Task Of_sixteen_who_add_to_a_stream_at_once_everybody_s_entry_is_kept_in_a_place_of_its_own()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => AddByAnotherAsync()));

        (await Streams.LoadAsync<Subscription>(Stream, Token)).State!.Copies.Should().Be(16);
        (await Host.CountAsync(Stream)).Should().Be((0, 16));
    }

    private protected override Task<LedgerHost> CreateAsync() =>
        PostgreSqlInstallation.IsInstalled ? LedgerHost.InPostgreSqlAsync(server) : throw SkipException.ForSkip(PostgreSqlInstallation.Missing);

    private async Task<string> CrossAsync(string here, string there, TaskCompletionSource isHere, Task isOtherHere)
    {
        await using var request = Host.Request();
        var context = request.ServiceProvider.GetRequiredService<LedgerContext>();
        try
        {
            await context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(Token);
                await context.Gdpr().Store.AppendAsync(AppendBatch.Of([Claim(here)]), Token);
                isHere.SetResult();
                await isOtherHere;
                await context.Gdpr().Store.AppendAsync(AppendBatch.Of([Claim(there)]), Token);
                await transaction.CommitAsync(Token);
            });
            return "whole";
        }
        catch (PostgresException exception)
        {
            return exception.SqlState;
        }
    }

    private async Task AddByAnotherAsync()
    {
        await using var another = Host.Request();
        await RememberAsync(another.ServiceProvider.GetRequiredService<LedgerContext>().Gdpr(), Token);
    }

    private Task InTransactionAsync(IsolationLevel isolation, Func<Task> work) => Context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
    {
        await using var transaction = await Context.Database.BeginTransactionAsync(isolation, Token);
        await work();
        await transaction.CommitAsync(Token);
    });
}
