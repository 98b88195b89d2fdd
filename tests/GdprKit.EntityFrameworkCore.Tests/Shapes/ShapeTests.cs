using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Shapes;

/// <summary>Documents of JSON, what is owned in tables of its own, and what converters of the host make of texts and numbers.</summary>
public abstract class ShapeTests : IAsyncLifetime
{
    private static readonly SubjectId Ann = Person("ann");

    private ServiceProvider? _services;
    private EntityFrameworkCoreStore<ShapeContext>? _store;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private EntityFrameworkCoreStore<ShapeContext> Store => _store!;

    public async ValueTask InitializeAsync()
    {
        _services = new ServiceCollection().AddDbContext<ShapeContext>(await CreateDatabaseAsync()).BuildServiceProvider();
        _store = new EntityFrameworkCoreStore<ShapeContext>(_services.GetRequiredService<IServiceScopeFactory>());
        await UseAsync(async context =>
        {
            await context.Database.EnsureCreatedAsync(Token);
            context.AddRange(
                new Patient
                {
                    Code = new("ann"),
                    Urgency = new("high"),
                    SeenOn = new DateOnly(2020, 5, 5),
                    Contact = new() { Email = "ann@example.nl", AskedAt = new DateTime(2019, 2, 2), Place = new() { Street = "Kade" } },
                    Visits = { new() { At = new DateTime(2018, 1, 1), Note = "cough" }, new() { At = new DateTime(2021, 1, 1), Note = "fever" } },
                    Aliases = { new() { Name = "Annie" }, new() { Name = "Anneke", UsedUntil = new DateTime(2017, 1, 1) } },
                },
                new Patient { Code = new("Ann"), Contact = new() { Email = "other@example.nl" }, Visits = { new() { Note = "of somebody else" } } },
                new Patient { Code = new("empty") },
                new Bill { Id = 1, PatientCode = new("ann"), Text = "cough syrup" },
                new Bill { Id = 2, PatientCode = new("Ann"), Text = "of somebody else" });
            await context.SaveChangesAsync(Token);
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
            await DropDatabaseAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Everything_that_is_stored_in_a_row_is_described_with_it()
    {
        Store.Describe(Token).Entity(typeof(Patient).FullName!).Properties.Select(property => $"{property.Path}{(property.IsCollection ? " of many" : "")}").Should().BeEquivalentTo(
            "Code", "Urgency", "SeenOn", "Contact.Email", "Contact.AskedAt", "Contact.Place.Street", "Visits.At of many", "Visits.Note of many", "Aliases.Name of many", "Aliases.UsedUntil of many");
        Store.Describe(Token).Entities.Should().HaveCount(2, "what is owned is part of its owner");
    }

    [Fact]
    public void What_nobody_declared_of_a_document_or_of_what_is_owned_is_found()
    {
        CoverageReport.Of(Map(new OnlyThePerson())).Findings.Where(finding => finding.Kind is CoverageGap.UndeclaredProperty).Select(finding => finding.Place).Should()
            .Contain(["Patient.Contact.Email", "Patient.Contact.Place.Street", "Patient.Aliases.Name"]);
        CoverageReport.Of(Map()).Findings.Where(finding => finding.Kind is CoverageGap.UndeclaredProperty && finding.Place.StartsWith("Patient", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("ann", 1, 1)]
    [InlineData("Ann", 1, 1)]
    [InlineData("ANN", 0, 0)]
    [InlineData("empty", 1, 0)]
    public async Task A_person_is_found_by_the_text_that_a_converter_makes_of_the_key_and_so_is_what_refers_to_it(string code, int patients, int bills)
    {
        (await CountAsync<Patient>(new RowCondition.BelongsTo(Person(code)))).Should().Be(patients);
        (await CountAsync<Bill>(new RowCondition.BelongsTo(Person(code)))).Should().Be(bills);
    }

    [Fact]
    public async Task An_export_holds_what_stands_in_documents_and_in_what_is_owned()
    {
        (await ValuesAsync<Patient>(Ann)).Should().BeEquivalentTo(new Dictionary<string, object?>
        {
            ["Aliases.Name"] = ValueList.Create<object?>(["Annie", "Anneke"]),
            ["Contact.Email"] = "ann@example.nl",
            ["Contact.Place.Street"] = "Kade",
            ["Urgency"] = new Urgency("high"),
            ["Visits.Note"] = ValueList.Create<object?>(["cough", "fever"]),
        });
        (await ValuesAsync<Bill>(Ann)).Should().ContainSingle().Which.Value.Should().Be("cough syrup");
    }

    [Fact]
    public async Task Who_has_no_document_and_owns_nothing_is_exported_too()
    {
        (await ValuesAsync<Patient>(Person("empty"))).Should().BeEquivalentTo(new Dictionary<string, object?>
        {
            ["Aliases.Name"] = ValueList.Create<object?>([]),
            ["Contact.Email"] = null,
            ["Contact.Place.Street"] = null,
            ["Urgency"] = null,
            ["Visits.Note"] = ValueList.Create<object?>([]),
        });
    }

    [Fact]
    public async Task A_number_that_a_converter_does_not_know_is_exported_as_it_is_stored()
    {
        await ExecuteAsync("UPDATE patient SET \"Urgency\" = 7 WHERE \"Code\" = 'ann'");

        (await ValuesAsync<Patient>(Ann))["Urgency"].Should().Be(7);
    }

    [Fact]
    public async Task A_date_that_a_converter_does_not_know_is_there_and_is_never_due()
    {
        var map = Map();
        var patient = Entity<Patient>(map);
        var seen = patient.Events.Single().Time;
        await ExecuteAsync("UPDATE patient SET \"SeenOn\" = 2000000000 WHERE \"Code\" = 'Ann'");

        var read = await Store.ReadAsync(patient, new RowRequest { Times = [seen] }, Token).ToListAsync(Token);

        read.Should().HaveCount(3);
        read.Select(facts => facts.Times[0]).Should().BeEquivalentTo(new object?[] { new DateOnly(2020, 5, 5), DateOnly.MaxValue, null });
        (await Store.CountAsync(patient, new RowCondition.Between(seen, DateOnly.MinValue, new DateOnly(2026, 1, 1)), [], Token))[0].Should().Be(1, "only Ann was seen long ago");
        (await Store.CountAsync(patient, new RowCondition.Between(seen, new DateOnly(2026, 1, 1), null), [], Token))[0].Should().Be(1, "what nobody can read counts as later than any other");
    }

    [Theory]
    [InlineData("within a document")]
    [InlineData("of the last in a document")]
    [InlineData("of the last of what is owned")]
    public async Task A_date_that_is_owned_is_counted_or_refused_at_the_start_and_never_taken_for_another(string kind)
    {
        var patient = Entity<Patient>(Map(new Dated(kind)));
        var time = patient.Events.Single().Time;
        var condition = new RowCondition.Between(time, DateTime.MinValue, new DateTime(2022, 1, 1));

        var why = Store.WhyUnanswerable(patient, new RowRequest { Where = condition, Times = [time] });

        if (why is not null)
        {
            why.Should().MatchRegex("^GDPR300[34]: ");
            return;
        }

        (await CountAsync<Patient>(condition, patient)).Should().Be(kind == "of the last in a document" ? 2 : 1);
        var read = await Store.ReadAsync(patient, new RowRequest { Where = new RowCondition.BelongsTo(Ann), Times = [time] }, Token).SingleAsync(Token);
        read.Times[0].Should().Be(kind switch
        {
            "within a document" => new DateTime(2019, 2, 2),
            "of the last in a document" => new DateTime(2021, 1, 1),
            _ => new DateTime(2017, 1, 1),
        });
    }

    protected abstract Task<Action<DbContextOptionsBuilder>> CreateDatabaseAsync();

    protected abstract Task DropDatabaseAsync();

    private static SubjectId Person(string code) => SubjectId.Of(Customers, code);

    private static StoreEntity Entity<T>(PersonalDataMap map) => map.Stores.Single().Entities.Single(entity => entity.Description.Type == typeof(T));

    private PersonalDataMap Map(params IPersonalDataMap[] maps) =>
        PersonalDataMap.Create(TestRegisters.Shop(), maps.Length > 0 ? maps : [new PatientMap(), new BillMap()], [Store.Describe(Token)]);

    private async Task<long> CountAsync<T>(RowCondition where, StoreEntity? entity = null) => (await Store.CountAsync(entity ?? Entity<T>(Map()), where, [], Token))[0];

    private async Task<Dictionary<string, object?>> ValuesAsync<T>(SubjectId person) =>
        (await Store.ExportAsync(Entity<T>(Map()), person, Token).SingleAsync(Token)).Values.ToDictionary(value => value.Property.ToString(), value => value.Value);

    private Task ExecuteAsync(string statement) => UseAsync(context => context.Database.ExecuteSqlRawAsync(statement, Token));

    private async Task UseAsync(Func<ShapeContext, Task> use)
    {
        await using var scope = _services!.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<ShapeContext>());
    }

    private sealed class OnlyThePerson : IPersonalDataMap<Patient>
    {
        public void Configure(PersonalDataMapBuilder<Patient> data) => data.IsSubject(Customers, p => p.Code);
    }

    private sealed class Dated(string kind) : IPersonalDataMap<Patient>
    {
        public void Configure(PersonalDataMapBuilder<Patient> data)
        {
            data.IsSubject(Customers, p => p.Code);
            _ = kind switch
            {
                "within a document" => data.Event(LastPurchase, p => p.Contact!.AskedAt, TimeMeaning.Utc),
                "of the last in a document" => data.Event(LastPurchase, p => p.Visits.Max(v => (DateTime?)v.At), TimeMeaning.Utc),
                _ => data.Event(LastPurchase, p => p.Aliases.Max(a => a.UsedUntil), TimeMeaning.Utc),
            };
        }
    }
}
