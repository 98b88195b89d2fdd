using System.Transactions;
using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Canary;

/// <summary>Whatever is refused or goes wrong while a row or a person is at hand.</summary>
internal sealed class RefusingEverything(CanaryHost host, Watch watch) : CanaryRun(host, watch)
{
    private SubjectRef _person;

    private StreamId Stream => Subscription.StreamOf(_person);

    public async Task RunAsync()
    {
        await using (var request = Host.Services.CreateAsyncScope())
        {
            _person = (await request.ServiceProvider.GetRequiredService<ISubjectDirectory>().FindBySubjectAsync([Piet], Token))[0].Ref;
        }

        await RefuseRowsAsync();
        await RefuseEntriesAsync();
        await RefuseTransactionsAsync();
        await RefuseTextsAsync();
        await MisreadAsync();
    }

    /// <summary>SQLite keeps any text in any column; PostgreSQL takes none that is no date.</summary>
    private async Task MisreadAsync()
    {
        await using var request = Host.Services.CreateAsyncScope();
        if (!ContextOf(request.ServiceProvider).Database.IsSqlite())
        {
            return;
        }

        await ContextOf(request.ServiceProvider).Database.ExecuteSqlAsync($"UPDATE Orders SET \"On\" = {Canaries.Note}", Token);
        await DoAsync("an explanation by a text that is no date", async services =>
        {
            var rows = await services.GetRequiredService<DataRetention>().ExplainAsync(Piet, Token).ToListAsync(Token);
            rows.Should().NotBeEmpty("there is something to explain");
            return string.Join(Environment.NewLine, rows);
        });
        await DoAsync("a preview by a text that is no date", async services => await services.GetRequiredService<DataRetention>().PreviewAsync(Token));
        await DoAsync("a forecast by a text that is no date", async services => await services.GetRequiredService<DataRetention>().ForecastAsync(cancellationToken: Token));
    }

    private async Task RefuseRowsAsync()
    {
        await FailAsync<DbUpdateException>("a key twice", services => AddAsync(services, new CanaryCustomer { Id = Canaries.Key, Email = "other" }));
        await FailAsync<DbUpdateException>("an address twice", services => AddAsync(services, new CanaryCustomer { Id = "other", Email = Canaries.Email }));
        await FailAsync<InvalidPersonalDataMapException>("a mistaken map", services => Task.FromResult(PersonalDataMap.Create(
            services.GetRequiredService<ProcessingRegister>(), [new MistakenMap()], [StoreOf(services).Describe(Token)], [])));
        await FailAsync<OperationCanceledException>("a cancelled export", async services =>
            await services.GetRequiredService<DataRetention>().ExplainAsync(Piet, new CancellationToken(canceled: true)).ToListAsync(Token));
    }

    private async Task RefuseEntriesAsync()
    {
        await FailAsync<LedgerException>("facts with the key", services => AppendAsync(services, Subscription.Started.Draft(new()
        {
            Activity = Key<ProcessingActivity>.Parse(Canaries.Key),
            State = SubscriptionState.Running,
        })), "GDPR1112");
        var id = EntryId.New(Host.Clock.GetCurrentInstant());
        await DoAsync("an entry with an id", async services =>
        {
            await AppendAsync(services, Subscription.Start() with { Id = id });
            return null;
        });
        await FailAsync<LedgerException>("an id twice", services => AppendAsync(services, Subscription.Start(copies: 7) with { Id = id }), "GDPR3100");
        await DoAsync("a conflict", async services =>
        {
            var head = (await LedgerOf(services).FindHeadsAsync([Stream], Token))[0];
            var result = await LedgerOf(services).AppendAsync(AppendBatch.Of([new StreamAppend(0, [], head with { Version = 0 })]), Token);
            result.Should().BeOfType<AppendResult.Conflict>();
            return result;
        });
        await FailAsync<LedgerException>("a lost lease", services => StreamsOf(services).AppendAsync(
            [StreamChange.To<Subscription>(Stream, Piet, _ => [Subscription.Start()])], new LeaseFence(LeaseName.Parse("canary"), 99), Token).AsTask(), "GDPR3104");
        await FailAsync<LedgerException>("an entry of a newer version", async services =>
        {
            await using var transaction = await ContextOf(services).Database.BeginTransactionAsync(Token);
            await SqlAsync(services, "UPDATE gdpr_entry SET entry_type = 'test.newer/9' WHERE stream_key = 'magazine'");
            await SqlAsync(services, "UPDATE gdpr_head SET fold_version = 1");
            await AppendAsync(services, Subscription.Start());
        }, "GDPR3103");
        await FailAsync<LedgerException>("facts that are something else", async services =>
        {
            await using var transaction = await ContextOf(services).Database.BeginTransactionAsync(Token);
            await ContextOf(services).Database.ExecuteSqlAsync($"UPDATE gdpr_entry SET facts = {System.Text.Encoding.UTF8.GetBytes($"{{\"{Canaries.Email}\":\"{Canaries.LastName}\"}}")} WHERE stream_key = 'magazine'", Token);
            await SqlAsync(services, "UPDATE gdpr_head SET fold_version = 1");
            await StreamsOf(services).LoadAsync<Subscription>(Stream, Token);
        }, "GDPR3105");
        await FailAsync<LedgerException>("an entry that is missing", async services =>
        {
            await using var transaction = await ContextOf(services).Database.BeginTransactionAsync(Token);
            await SqlAsync(services, "DELETE FROM gdpr_entry WHERE stream_key = 'magazine'");
            await SqlAsync(services, "UPDATE gdpr_head SET fold_version = 1");
            await StreamsOf(services).LoadAsync<Subscription>(Stream, Token);
        }, "GDPR3106");
    }

    private async Task RefuseTransactionsAsync()
    {
        await FailAsync<LedgerException>("a transaction that nobody was told of", async services =>
        {
            await ContextOf(services).Database.OpenConnectionAsync(Token);
            await using var transaction = await ContextOf(services).Database.GetDbConnection().BeginTransactionAsync(Token);
            await StreamsOf(services).AppendAsync(
                [
                    StreamChange.To<Subscription>(Stream, Piet, _ => [Subscription.Start()]),
                    StreamChange.To<Subscription>(Subscription.StreamOf(_person, "magazine-3"), Piet, _ => [Subscription.Start()]),
                ],
                cancellationToken: Token);
        }, "GDPR3151");
        await using var request = Host.Services.CreateAsyncScope();
        if (ContextOf(request.ServiceProvider).Database.IsSqlite())
        {
            await FailAsync<LedgerException>("a scope that SQLite cannot join", async services =>
            {
                using var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
                await AppendAsync(services, Subscription.Start());
            }, "GDPR3152");
        }
        else
        {
            await FailAsync<LedgerException>("an append while a query is read", async services =>
            {
                await ContextOf(services).Database.OpenConnectionAsync(Token);
                await using var command = ContextOf(services).Database.GetDbConnection().CreateCommand();
                command.CommandText = """SELECT "Email" FROM "Customers" """;
                await using var reader = await command.ExecuteReaderAsync(Token);
                await reader.ReadAsync(Token);
                await AppendAsync(services, Subscription.Start());
            }, "GDPR3153");
        }
    }

    private async Task RefuseTextsAsync()
    {
        await FailAsync<ArgumentException>("a key that is too long", services => services.GetRequiredService<ISubjectDirectory>()
            .LinkAsync([SubjectId.Of(ShopKeys.Customers, string.Concat(Enumerable.Repeat(Canaries.Key, 40)))], Host.Clock.GetCurrentInstant(), Token).AsTask(), "GDPR1150");
        await FailAsync<FormatException>("an address as the key of a stream", _ => Task.FromResult(StreamKey.Parse(Canaries.Email)), "GDPR1103");
        await FailAsync<FormatException>("a key as a ref", _ => Task.FromResult(SubjectRef.Parse(Canaries.Key)), "GDPR1100");
        await FailAsync<FormatException>("a key as the id of an entry", _ => Task.FromResult(EntryId.Parse(Canaries.Key)), "GDPR1105");
        await FailAsync<ArgumentException>("half a key", _ => Task.FromResult(SubjectId.Of(ShopKeys.Customers, Canaries.Key, "")), "GDPR1081");
        await FailAsync<ArgumentException>("details under an address", _ => Task.FromResult(EntryDetails.Of((Canaries.Email, Canaries.Note))), "GDPR1114");
        await FailAsync<ArgumentException>("details without end", _ => Task.FromResult(EntryDetails.Of(("note", string.Concat(Enumerable.Repeat(Canaries.Note, 9000))))), "GDPR1114");
    }

    private Task AppendAsync(IServiceProvider services, EntryDraft draft) => StreamsOf(services).AppendAsync<Subscription>(Stream, Piet, _ => [draft], Token).AsTask();

    private static async Task AddAsync(IServiceProvider services, CanaryCustomer customer)
    {
        ContextOf(services).Add(customer);
        await ContextOf(services).SaveChangesWithGdprAsync((_, _) => ValueTask.CompletedTask, Token);
    }

    private static async Task SqlAsync(IServiceProvider services, string statement) => await ContextOf(services).Database.ExecuteSqlRawAsync(statement, Token);
}
