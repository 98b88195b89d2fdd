using System.Data.Common;
using GdprKit.Mapping;
using GdprKit.Retention;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>Values of every type are replaced by one statement, once, in each database.</summary>
public sealed class ReplacementTests(PostgreSqlServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Values_of_every_type_are_replaced_in_SQLite()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(Token);
        await CheckAsync(options => options.UseSqlite(connection));
    }

    [PostgreSqlFact]
    public async Task Values_of_every_type_are_replaced_in_PostgreSQL()
    {
        await using var database = await server.CreateDatabaseAsync(Token);
        await CheckAsync(options => options.UseNpgsql(database.ConnectionString));
    }

    [Fact]
    public async Task Where_the_database_refuses_one_row_every_row_stays_as_it_was()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(Token);
        await using var services = Services(options => options.UseSqlite(connection));
        await PutAsync(services, new Card { Id = 1, Login = "one" }, new Card { Id = 2, Login = "two" });

        // An index that the model does not know.
        var same = new RowChange.Empty([]) { Replacements = [new FieldReplacement(PropertyPath.Parse("Name"), new Replacement.Constant("nobody"))] };
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<CardContext>();
        await context.Database.ExecuteSqlRawAsync("CREATE UNIQUE INDEX unseen ON \"Cards\" (\"Name\", \"Age\") WHERE \"Name\" = 'nobody'", Token);
        var disposing = async () => await DisposeAsync(services, same);

        await disposing.Should().ThrowAsync<DbException>();
        (await context.Set<Card>().AsNoTracking().Select(card => card.Name).ToListAsync(Token)).Should().Equal("Anna", "Anna");
    }

    private static async Task CheckAsync(Action<DbContextOptionsBuilder> use)
    {
        await using var services = Services(use);
        await PutAsync(
            services,
            new Card { Id = 1, Login = "one", Place = new CardPlace() }, new Card { Id = 2, Login = "two" }, new Card { Id = 3, Login = "three", Town = "GOES", Nickname = null, Place = new CardPlace { City = "-" } });
        var map = services.GetRequiredService<PersonalDataMap>();
        var group = DisposalPlan.Create(map).Entities.Single().Groups.Single();
        group.Fields.Where(field => field.Disposal is FieldDisposal.Replaced).Should().OnlyContain(field => field.Replacement != null).And.HaveCountGreaterThan(20);
        var change = new RowChange.Empty(group.Emptied) { Replacements = group.Replacements };
        WhyNot(services, change).Should().BeNull();

        (await DisposeAsync(services, change)).Should().Be(3);
        (await CountAsync(services, change.Holding)).Should().Be(0, "nothing is left to be replaced");
        (await DisposeAsync(services, change)).Should().Be(0, "what was replaced is not replaced again");

        await using var scope = services.CreateAsyncScope();
        var cards = await scope.ServiceProvider.GetRequiredService<CardContext>().Set<Card>().AsNoTracking().OrderBy(card => card.Id).ToListAsync(Token);
        cards.Select(card => card.Login).Should().OnlyHaveUniqueItems().And.OnlyContain(login => new Replacement.PerRow("anon-", "", 16).Is(login));
        cards.Select(card => card.Email).Should().OnlyHaveUniqueItems().And.OnlyContain(email => new Replacement.PerRow("anon-", "@example.invalid", 16).Is(email));
        cards[0].Should().BeEquivalentTo(
            new Card
            {
                Id = 1,
                Login = cards[0].Login,
                Email = cards[0].Email,
                Name = "-",
                Nickname = null,
                Town = "GOES",
                Short = "-",
                Letter = '-',
                IsMember = false,
                Steps = 0,
                Floor = 0,
                Age = 0,
                Number = 0,
                Height = 0,
                Income = 0,
                Day = 0,
                NamedDay = 0,
                BornOn = new DateOnly(1900, 1, 1),
                WakesAt = TimeOnly.MinValue,
                Shift = TimeSpan.Zero,
                SeenAt = new DateTime(1900, 1, 1),
                CalledAt = new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero),
                Device = Guid.Empty,
                Photo = [],
                Place = cards[0].Place,
                Phone = new CardPhone { Digits = "-" },
            });
        cards.Select(card => card.Town).Should().AllBe("GOES", "letters count, also in a column that leaves out their case");
        cards[1].Place.Should().BeNull("what is not there is not replaced");
    }

    private static ServiceProvider Services(Action<DbContextOptionsBuilder> use) => new ServiceCollection().AddDbContext<CardContext>(options => use(options)).AddGdprKit(gdpr => gdpr
        .UseRegister(TestRegisters.Shop())
        .AddMap<Card>(data => data
            .IsSubject(Customers, card => card.Id)
            .Field(
                GdprKit.ShopKeys.Name, c => c.Name, c => c.Login, c => c.Email, c => c.Nickname, c => c.Town, c => c.Short, c => c.Letter, c => c.IsMember, c => c.Steps, c => c.Floor, c => c.Age, c => c.Number,
                c => c.Height, c => c.Income, c => c.Day, c => c.NamedDay, c => c.BornOn, c => c.WakesAt, c => c.Shift, c => c.SeenAt, c => c.CalledAt, c => c.Device, c => c.Photo, c => c.Place, c => c.Phone.Digits)
            .Email(c => c.Email)
            .ReplacedBy(c => c.Town, "GOES")
            .Event(LastPurchase, c => c.MadeOn))
        .UseEntityFrameworkCore<CardContext>()).BuildServiceProvider();

    private static async Task PutAsync(IServiceProvider services, params Card[] cards)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<CardContext>();
        await context.Database.EnsureCreatedAsync(Token);
        context.AddRange(cards);
        await context.SaveChangesAsync(Token);
    }

    private static string? WhyNot(IServiceProvider services, RowChange change) => ((IPersonalDataDisposer)services.GetRequiredService<IPersonalDataStore>()).WhyNotDisposable(Disposal(services, change));

    private static async Task<long> DisposeAsync(IServiceProvider services, RowChange change) =>
        (await ((IPersonalDataDisposer)services.GetRequiredService<IPersonalDataStore>()).DisposeOfAsync([Disposal(services, change)], null, Token)).Single();

    private static async Task<long> CountAsync(IServiceProvider services, RowCondition where) =>
        (await services.GetRequiredService<IPersonalDataStore>().CountAsync(EntityOf(services), where, [], Token))[0];

    private static RowDisposal Disposal(IServiceProvider services, RowChange change) =>
        new() { Entity = EntityOf(services), Where = RowCondition.Always, Shield = RowShield.Of([Restriction.Fold]), Change = change };

    private static StoreEntity EntityOf(IServiceProvider services) => services.GetRequiredService<PersonalDataMap>().Stores.Single().Entities.Single();

    private sealed class CardContext(DbContextOptions<CardContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Card>(card =>
            {
                card.ToTable("Cards").Property(c => c.Id).ValueGeneratedNever();
                card.HasIndex(c => c.Login).IsUnique();
                card.Property(c => c.Short).HasMaxLength(1);
                card.Property(c => c.NamedDay).HasConversion<string>();
                card.OwnsOne(c => c.Place);
                card.ComplexProperty(c => c.Phone);
                if (Database.IsSqlite())
                {
                    card.Property(c => c.Town).UseCollation("NOCASE");
                }
                else
                {
                    modelBuilder.HasPostgresExtension("citext");
                    card.Property(c => c.Town).HasColumnType("citext");
                }
            });
            modelBuilder.UseGdprKit();
        }
    }
}
