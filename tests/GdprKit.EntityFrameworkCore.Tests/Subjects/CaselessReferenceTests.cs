using GdprKit.Mapping;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Subjects;

/// <summary>A database that leaves out the case of a key takes <c>ann</c> for a valid reference to <c>Ann</c>; then the row is hers, and nobody else's.</summary>
public sealed class CaselessReferenceTests(PostgreSqlServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [PostgreSqlFact]
    public async Task On_PostgreSQL_a_row_belongs_to_whom_its_reference_leads_to()
    {
        await using var database = await server.CreateDatabaseAsync(Token);
        await ProveAsync(options => options.UseNpgsql(database.ConnectionString));
    }

    [Fact]
    public async Task On_SQLite_a_row_belongs_to_whom_its_reference_leads_to()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(Token);
        await ProveAsync(options => options.UseSqlite(connection));
    }

    [Fact]
    public async Task What_leads_to_nobody_is_told_by_its_letters()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:;Foreign Keys=False");
        await connection.OpenAsync(Token);
        await using var shop = await OpenAsync(options => options.UseSqlite(connection));

        await shop.SaveAsync(new Loan { Id = 1, ReaderCode = "gone" }, new Loan { Id = 2, ReaderCode = "Gone" }, new Loan { Id = 3 });

        (await shop.CountAsync<Loan>("gone")).Should().Be(1);
        (await shop.CountAsync<Loan>("GONE")).Should().Be(0);
        (await shop.CountAsync<Loan>(new RowCondition.HasOwner(shop.Entity<Loan>().Owners[0]))).Should().Be(2);
    }

    [Fact]
    public async Task The_rows_of_a_person_are_looked_for_and_not_all_rows_asked_whom_they_lead_to()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(Token);
        var statements = new List<string>();
        await using var shop = await OpenAsync(options => options.UseSqlite(connection).LogTo(statements.Add, [RelationalEventId.CommandExecuted]));

        await shop.CountAsync<Card>("Ann");
        await shop.CountAsync<Loan>("Ann");

        statements[^2].Should().Contain("WHERE \"c\".\"ReaderCode\" = @Value AND (EXISTS", "the index of the reference compares as the key does");
        statements[^1].Should().Contain("WHERE \"l\".\"ReaderCode\" COLLATE NOCASE = @Value AND (EXISTS", "the reference has another collation than the key");
    }

    private static async Task ProveAsync(Action<DbContextOptionsBuilder> configure)
    {
        await using var shop = await OpenAsync(configure);
        await shop.SaveAsync(
            new Reader { Code = "Ann" },
            new Reader { Code = "bob" },
            new Loan { Id = 1, ReaderCode = "ann", Title = "in small letters", LentOn = new DateOnly(2026, 1, 1), Fines = { new Fine { Id = 1, Amount = 2 } } },
            new Loan { Id = 2, ReaderCode = "Ann", Title = "as it is", Fines = { new Fine { Id = 2, Amount = 3 } } },
            new Loan { Id = 3, ReaderCode = "BOB", Title = "of somebody else" },
            new Card { ReaderCode = "ANN", Colour = "red" },
            new Stamp { Id = 1, CardCode = "aNN", Text = "on a card" });

        foreach (var (person, loans, fines, cards, stamps) in new[] { ("Ann", 2, 2, 1, 1), ("ann", 0, 0, 0, 0), ("ANN", 0, 0, 0, 0), ("aNN", 0, 0, 0, 0), ("bob", 1, 0, 0, 0), ("BOB", 0, 0, 0, 0) })
        {
            (await shop.CountAsync<Loan>(person)).Should().Be(loans, "loans of {0}", person);
            (await shop.CountAsync<Fine>(person)).Should().Be(fines, "fines of {0}, through a loan", person);
            (await shop.CountAsync<Card>(person)).Should().Be(cards, "cards of {0}", person);
            (await shop.CountAsync<Stamp>(person)).Should().Be(stamps, "stamps of {0}, whose key is that of a card, whose key is that of a reader", person);
        }

        foreach (var (people, loans, cards) in new[] { (new[] { "Ann", "bob" }, 3, 1), (["ann", "BOB"], 0, 0), (["ANN", "bob"], 1, 0) })
        {
            (await shop.CountAsync<Loan>(Of<Loan>(people))).Should().Be(loans, "loans of {0}, asked for together", string.Join(" and ", people));
            (await shop.CountAsync<Card>(Of<Card>(people))).Should().Be(cards, "cards of {0}, asked for together", string.Join(" and ", people));
        }

        RowCondition Of<T>(IEnumerable<string> people) => RowCondition.Any(people.Select(person => new RowCondition.BelongsTo(SubjectId.Of(ShopKeys.Customers, person), shop.Entity<T>().Owners[0])));

        var exported = await shop.Store.ExportAsync(shop.Entity<Loan>(), SubjectId.Of(ShopKeys.Customers, "Ann"), Token).ToListAsync(Token);
        exported.SelectMany(record => record.Values).Select(value => value.Value).Should().BeEquivalentTo(["in small letters", "as it is"]);
        var lent = new RowCondition.Between(shop.Entity<Loan>().Events.Single().Time, new DateOnly(2025, 1, 1), null);
        PropertyPath[] code = [PropertyPath.Parse("ReaderCode")], key = [PropertyPath.Parse("Code")];
        (await shop.CountAsync<Reader>(new RowCondition.HasRelated(typeof(Loan).FullName!, [.. code], [.. key], lent))).Should().Be(1, "of the readers only Ann has a loan with a date");
        (await shop.CountAsync<Loan>(new RowCondition.HasRelated(typeof(Reader).FullName!, [.. key], [.. code], RowCondition.Always))).Should().Be(3, "every loan has its reader");
    }

    private static async Task<CaselessDatabase> OpenAsync(Action<DbContextOptionsBuilder> configure)
    {
        var database = new CaselessDatabase(configure);
        await database.CreateAsync();
        return database;
    }

    private sealed class CaselessDatabase : IAsyncDisposable
    {
        private readonly ServiceProvider _services;

        public CaselessDatabase(Action<DbContextOptionsBuilder> configure)
        {
            var collection = new ServiceCollection().AddDbContext<CaselessContext>(configure);
            collection.AddGdprKit(gdpr => gdpr
                .UseRegister(TestRegisters.Shop())
                .AddMap<Reader>(data => data.IsSubject(ShopKeys.Customers, reader => reader.Code))
                .AddMap<Loan>(data => data.BelongsTo<Reader>(loan => loan.ReaderCode).Field(ShopKeys.Purchases, loan => loan.Title).Event(ShopKeys.LastPurchase, loan => loan.LentOn))
                .AddMap<Fine>(data => data.BelongsTo<Loan>(fine => fine.LoanId).Field(ShopKeys.Purchases, fine => fine.Amount))
                .AddMap<Card>(data => data.BelongsTo<Reader>(card => card.ReaderCode).Field(ShopKeys.Purchases, card => card.Colour))
                .AddMap<Stamp>(data => data.BelongsTo<Card>(stamp => stamp.CardCode).Field(ShopKeys.Purchases, stamp => stamp.Text))
                .UseEntityFrameworkCore<CaselessContext>());
            _services = collection.BuildServiceProvider();
        }

        public IPersonalDataStore Store => _services.GetRequiredService<IPersonalDataStore>();

        public StoreEntity Entity<T>() => _services.GetRequiredService<PersonalDataMap>().Stores.Single().Entities.Single(each => each.Description.Type == typeof(T));

        public async Task CreateAsync()
        {
            await using var scope = _services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CaselessContext>().Database.EnsureCreatedAsync(Token);
        }

        public async Task SaveAsync(params object[] rows)
        {
            // Each for itself: to Entity Framework Core a reference in other letters leads to nobody, so it does not know which row goes first.
            foreach (var row in rows)
            {
                await using var scope = _services.CreateAsyncScope();
                var context = scope.ServiceProvider.GetRequiredService<CaselessContext>();
                context.Add(row);
                await context.SaveChangesAsync(Token);
            }
        }

        public Task<long> CountAsync<T>(string person) => CountAsync<T>(new RowCondition.BelongsTo(SubjectId.Of(ShopKeys.Customers, person)));

        public async Task<long> CountAsync<T>(RowCondition where) => (await Store.CountAsync(Entity<T>(), where, [], Token))[0];

        public ValueTask DisposeAsync() => _services.DisposeAsync();
    }
}
