using System.Linq.Expressions;
using GdprKit.EntityFrameworkCore.Library;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GdprKit.EntityFrameworkCore.Answers;

/// <summary>What a database cannot answer is told before anybody asks, in words that say what to change, and costs no start what need not be asked.</summary>
public sealed class AnswerabilityTests : IAsyncDisposable
{
    private static readonly DateTime From = new(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly List<string> _compiled = [];

    private readonly ServiceProvider _sqlite;

    private readonly ServiceProvider _postgreSql;

    private readonly ServiceProvider _sqlServer;

    public AnswerabilityTests() => (_sqlite, _postgreSql, _sqlServer) = (
        Services(options => options.UseSqlite("Data Source=/nowhere/at-all.sqlite")),
        Services(options => options.UseNpgsql("Host=nowhere")),
        Services(options => options.UseSqlServer("Server=nowhere")));

    public static TheoryData<int> Functions => [.. Enumerable.Range(0, LibraryConditions.Functions.Length)];

    public static TheoryData<int> Times => [.. Enumerable.Range(0, LibraryConditions.Times.Length)];

    public async ValueTask DisposeAsync()
    {
        await _sqlite.DisposeAsync();
        await _postgreSql.DisposeAsync();
        await _sqlServer.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_that_is_known_to_be_plain_is_one_that_Entity_Framework_Core_translates(int function) =>
        MustAgree(new RowCondition.Meets(LibraryConditions.Functions[function]));

    [Theory]
    [MemberData(nameof(Times))]
    public void A_date_that_is_known_to_be_plain_is_one_that_Entity_Framework_Core_translates(int time) => MustAgree(Dated(LibraryConditions.Times[time]));

    [Fact]
    public void Plain_shapes_are_judged_without_compiling_a_query()
    {
        DateTime? since = From;
        RowCondition[] plain =
        [
            Dated(LibraryConditions.Property("JoinedAt", typeof(DateTime))),
            Dated(LibraryConditions.Property("LeftOn", typeof(DateOnly?))),
            Dated(LibraryConditions.Time(r => r.LastSeen)),
            Dated(LibraryConditions.Time(r => (DateTime?)r.Mentor!.JoinedAt)),
            Dated(LibraryConditions.Time(r => r.Loans.Max(l => (DateTime?)l.LentAt))),
            Dated(LibraryConditions.Time(r => r.Loans.Min(l => l.ReturnedAt) ?? r.JoinedAt)),
            Meets(r => true),
            Meets(r => r.IsActive && !(r.Visits > 3)),
            Meets(r => r.Mentor == null || r.Mentor.Visits >= r.Visits),
            Meets(r => r.Loans.Any(l => l.ReturnedAt == null && l.LentAt < since)),
            .. Reader(_sqlite).Owners.Select(owner => new RowCondition.HasOwner(owner)),
            new RowCondition.HasRelated(typeof(Loan).FullName!, [PropertyPath.Parse("ReaderId")], [PropertyPath.Parse("Id")], RowCondition.Not(Dated(LibraryConditions.LentAt))),
        ];

        foreach (var services in new[] { _sqlite, _postgreSql })
        {
            Why(services, plain).Should().BeNull();
        }

        _compiled.Should().BeEmpty();
    }

    [Fact]
    public void What_is_not_known_to_be_plain_is_compiled_once_whatever_is_asked_of_it()
    {
        var time = LibraryConditions.Time(r => r.Loans.SelectMany(l => l.Items).Max(i => i.DueAt));
        RowCondition[] asked = [.. Enumerable.Range(0, 9).Select(year => new RowCondition.Between(time, From.AddYears(year), null))];

        Why(_sqlite, asked).Should().BeNull();

        _compiled.Should().ContainSingle();
    }

    [Fact]
    public void Of_a_database_of_which_nothing_is_known_everything_is_compiled()
    {
        Why(_sqlServer, [Dated(LibraryConditions.Property("JoinedAt", typeof(DateTime)))]).Should().BeNull();

        _compiled.Should().ContainSingle();
    }

    [Fact]
    public void Functions_that_cannot_be_computed_are_all_named_with_what_to_do_and_without_the_words_of_others()
    {
        var why = Why(_sqlite, [Meets(r => r.IsActive), Meets(r => Secret(r.Name)), Dated(LibraryConditions.Time(r => When(r.Card)))]);

        why.Should().Be(
            "GDPR3003: the database of LibraryContext cannot compute 'r => Secret(r.Name)' and 'r => When(r.Card)'. "
            + "Write it with properties, navigations and operators that Entity Framework Core makes SQL of, or store the value in a column and name that.");
    }

    [Fact]
    public void A_function_is_found_wherever_it_stands()
    {
        var loans = new RowCondition.HasRelated(typeof(Loan).FullName!, [PropertyPath.Parse("ReaderId")], [PropertyPath.Parse("Id")], RowCondition.Any(new RowCondition.Meets((Expression<Func<Loan, bool>>)(l => Secret(l.Card!)))));
        var reader = Reader(_sqlite);
        var strange = reader with { Owners = [reader.Owners[0] with { Condition = (Expression<Func<Reader, bool>>)(r => Secret(r.Name)) }] };

        Why(_sqlite, [RowCondition.Not(RowCondition.All(Meets(r => r.IsActive), loans))]).Should().StartWith("GDPR3003: the database of LibraryContext cannot compute 'l => Secret(l.Card)'.");
        Store(_sqlite).WhyUnanswerable(strange, new RowRequest { Where = new RowCondition.HasOwner(strange.Owners[0]) }).Should().Contain("'r => Secret(r.Name)'");
        Store(_sqlite).WhyUnanswerable(strange, new RowRequest { Where = new RowCondition.BelongsTo(SubjectId.Of(strange.Owners[0].Kind, 1)) }).Should().Contain("'r => Secret(r.Name)'");
        Store(_sqlite).WhyUnanswerable(reader, new RowRequest { Times = [LibraryConditions.Time(r => When(r.Card))] }).Should().BeNull("what is only read is computed by the program");
    }

    [Fact]
    public async Task A_type_that_the_database_does_not_sort_is_named_with_its_property()
    {
        await using var services = new ServiceCollection().AddDbContext<OffsetContext>(options => options.UseSqlite("Data Source=:memory:")).BuildServiceProvider();
        var store = new EntityFrameworkCoreStore<OffsetContext>(services.GetRequiredService<IServiceScopeFactory>());
        var map = PersonalDataMap.Create(TestRegisters.Shop(), [new VisitMap()], [store.Describe(CancellationToken.None)]);
        var time = new StoreTime(null, PropertyPath.Parse("At"), typeof(DateTimeOffset), TimeMeaning.Utc);

        store.WhyUnanswerable(map.Stores.Single().Entities[0], new RowRequest { Where = new RowCondition.Between(time, DateTimeOffset.UnixEpoch, null) }).Should().Be(
            "GDPR3004: the database of OffsetContext does not sort 'Visit.At' as dates, as it is stored. "
            + "Store it as a type that does, such as DateTime, or give it a value converter to a number of ticks: builder.Property(…).HasConversion(…).");
    }

    [Fact]
    public async Task A_host_does_not_start_with_a_function_that_nobody_can_compute()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddDbContext<LibraryContext>(options => options.UseSqlite("Data Source=/nowhere/at-all.sqlite"));
        builder.Services.AddGdprKit(gdpr => gdpr
            .UseRegister(TestRegisters.Shop())
            .EnforceCoverage(CoverageEnforcement.Warn)
            .AddMap<Reader>(data => data
                .IsSubjectWhen(r => Secret(r.Name), ShopKeys.Customers, r => r.Id)
                .Field(ShopKeys.Name, r => r.Name)
                .AppliesWhen(ShopKeys.Invoicing, r => Secret(r.Card!))
                .HoldQuery(Key<HoldQuery>.Parse("secret"), r => Secret(r.Name + r.Card), nl: "geheime lezers", en: "secret readers")
                .Event(ShopKeys.LastPurchase, r => When(r.Card), TimeMeaning.Utc)
                .Event(ShopKeys.InvoiceDate, r => r.JoinedAt, TimeMeaning.Utc))
            .UseEntityFrameworkCore<LibraryContext>());
        using var host = builder.Build();

        var starting = () => host.StartAsync(TestContext.Current.CancellationToken);

        (await starting.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().ContainSingle().Which.Should()
            .StartWith("GDPR4043: Reader cannot be asked what is due: GDPR3003: the database of LibraryContext cannot compute")
            .And.ContainAll("'r => When(r.Card)'", "'r => Secret(r.Name)'", "'r => Secret(r.Card)'", "Secret((r.Name + r.Card))")
            .And.NotContain("LINQ");
    }

    private static bool Secret(string name) => name.Length > 3;

    private static DateTime? When(string? card) => card is null ? null : From;

    private static RowCondition.Meets Meets(Expression<Func<Reader, bool>> function) => new(function);

    private static RowCondition.Between Dated(StoreTime time) => new(time, time.Meaning is TimeMeaning.Date ? DateOnly.FromDateTime(From) : From, null);

    private static EntityFrameworkCoreStore<LibraryContext> Store(ServiceProvider services) => new(services.GetRequiredService<IServiceScopeFactory>());

    private static StoreEntity Reader(ServiceProvider services) =>
        PersonalDataMap.Create(TestRegisters.Shop(), [new ReaderMap(), new LoanMap()], [Store(services).Describe(CancellationToken.None)]).Stores.Single().Entities
            .Single(entity => entity.Description.Type == typeof(Reader));

    private static string? Why(ServiceProvider services, RowCondition[] conditions) => Store(services).WhyUnanswerable(Reader(services), new RowRequest { Conditions = [.. conditions] });

    private void MustAgree(RowCondition condition)
    {
        foreach (var services in new[] { _sqlite, _postgreSql })
        {
            using var scope = services.CreateScope();
            var context = scope.ServiceProvider.GetRequiredService<LibraryContext>();
            var (entity, type) = (Reader(services), context.Model.FindEntityType(typeof(Reader))!);
            var doubtful = new Answerability("Library", context.Model, Dialect.Of(context)).Doubtful(entity, type, new RowRequest { Where = condition });
            var translates = new RowQuestion(entity, type, context, new KnownTexts()).IsTranslatable(new RowRequest { Where = condition, Conditions = [condition] });

            (translates || doubtful.Count > 0).Should().BeTrue("what is called plain is answered");
        }
    }

    private ServiceProvider Services(Action<DbContextOptionsBuilder> use) => new ServiceCollection()
        .AddDbContext<LibraryContext>(options =>
        {
            use(options);
            options.LogTo(_compiled.Add, [CoreEventId.QueryCompilationStarting]);
        })
        .BuildServiceProvider();

    private sealed class Visit
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";

        public DateTimeOffset At { get; set; }
    }

    private sealed class VisitMap : IPersonalDataMap<Visit>
    {
        public void Configure(PersonalDataMapBuilder<Visit> data) => data.IsSubject(ShopKeys.Customers, v => v.Id).Field(ShopKeys.Name, v => v.Name);
    }

    private sealed class OffsetContext(DbContextOptions<OffsetContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Visit>();
    }
}
