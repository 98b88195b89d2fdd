using GdprKit.EntityFrameworkCore.Chinook;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>What is due in a real database, against figures that hand-written statements give.</summary>
public sealed class ChinookRetentionTests : IAsyncDisposable
{
    private static readonly Key<ProcessingActivity> Orders = Key<ProcessingActivity>.Parse("orders");

    private static readonly Key<ProcessingActivity> Invoicing = Key<ProcessingActivity>.Parse("invoicing");

    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 7, 1, 10, 0));

    private readonly ServiceProvider _services;

    public ChinookRetentionTests() => _services = new ServiceCollection()
        .AddDbContext<ChinookContext>(options => options.UseSqlite(Connection))
        .AddSingleton<IClock>(_clock)
        .AddGdprKit(gdpr => gdpr
            .UseRegister(Register(2))
            .AddMap<Customers>()
            .AddMap<Invoices>()
            .AddMap<Lines>()
            .UseEntityFrameworkCore<ChinookContext>())
        .BuildServiceProvider();

    private static string Connection => $"Data Source={Path.Combine(AppContext.BaseDirectory, "Chinook", "Chinook.sqlite")};Mode=ReadOnly";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DataRetention Retention => _services.GetRequiredService<DataRetention>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task Fields_become_due_by_what_still_needs_them()
    {
        _clock.Reset(Instant.FromUtc(2027, 3, 1, 10, 0));

        var customer = (await Retention.PreviewAsync(Token)).Entities.Single(entity => entity.Entity.EndsWith("Customer", StringComparison.Ordinal));

        var lastPurchases = Query("SELECT count(*) FROM Customer c WHERE (SELECT max(InvoiceDate) FROM Invoice i WHERE i.CustomerId = c.CustomerId) < '2025-03-01'");
        customer.Rows.Should().Be(59);
        customer.RowsToGo.Should().Be(0, "invoices have to be kept");
        var phone = customer.Groups.Single(group => group.Fields.Contains(PropertyPath.Parse("Phone")));
        phone.Due.Should().Be(lastPurchases).And.BePositive();
        phone.DueByAction.Should().Equal(new DueAction(DisposalAction.Delete, lastPurchases));
        phone.DueByYear.Sum(year => year.Rows).Should().Be(lastPurchases);
        phone.Activities.Should().ContainSingle().Which.Rows.Should().Be(59 - lastPurchases);
        var name = customer.Groups.Single(group => group.Fields.Contains(PropertyPath.Parse("LastName")));
        name.Due.Should().Be(0);
        name.Activities.Select(need => (need.Activity, need.Rows)).Should().Equal((Invoicing, 59), (Orders, 59 - lastPurchases));
    }

    [Fact]
    public async Task Everything_goes_when_nothing_needs_it_any_more()
    {
        _clock.Reset(Instant.FromUtc(2033, 6, 1, 10, 0));

        var preview = await Retention.PreviewAsync(Token);

        preview.Entities.Select(entity => (entity.Rows, entity.RowsToGo)).Should().AllSatisfy(rows => rows.RowsToGo.Should().Be(rows.Rows).And.BePositive());
        preview.Entities.Select(entity => entity.Entity.Split('.')[^1]).Should().Equal("InvoiceLine", "Invoice", "Customer");
    }

    [Fact]
    public async Task A_customer_stays_as_long_as_an_invoice_stays()
    {
        _clock.Reset(Instant.FromUtc(2032, 6, 1, 10, 0));

        var preview = await Retention.PreviewAsync(Token);

        var invoices = Query("SELECT count(*) FROM Invoice WHERE InvoiceDate < '2025-01-01'");
        var customers = Query("SELECT count(*) FROM Customer c WHERE NOT EXISTS (SELECT 1 FROM Invoice i WHERE i.CustomerId = c.CustomerId AND i.InvoiceDate >= '2025-01-01')");
        preview.Entities.Select(entity => entity.RowsToGo).Should().Equal(
            Query("SELECT count(*) FROM InvoiceLine l JOIN Invoice i ON i.InvoiceId = l.InvoiceId WHERE i.InvoiceDate < '2025-01-01'"), invoices, customers);
    }

    [Fact]
    public async Task A_forecast_adds_up_to_what_becomes_due()
    {
        var forecast = await Retention.ForecastAsync(120, Token);

        var phone = forecast.Groups.Single(group => group.Fields.Contains(PropertyPath.Parse("Phone")));
        (phone.Months.Sum(month => month.Rows) + phone.Later).Should().Be(59 - (await Retention.PreviewAsync(Token)).Entities[^1].Groups.Single(group => group.Fields.Equals(phone.Fields)).Due);
        phone.Months.Single(month => month.Month == new YearMonth(2027, 3)).Rows.Should().Be(
            Query("SELECT count(*) FROM Customer c WHERE strftime('%Y-%m', (SELECT max(InvoiceDate) FROM Invoice i WHERE i.CustomerId = c.CustomerId), '+1 day') = '2025-03'"));
    }

    [Fact]
    public async Task A_shorter_period_shows_what_it_would_make_due()
    {
        _clock.Reset(Instant.FromUtc(2027, 3, 1, 10, 0));

        var comparison = await Retention.CompareAsync(Register(1), Token);

        var due = Query("SELECT count(*) FROM Customer c WHERE (SELECT max(InvoiceDate) FROM Invoice i WHERE i.CustomerId = c.CustomerId) < '2025-03-01'");
        comparison.DeletesMore.Should().BeTrue();
        comparison.Fields.Should().Equal(new FieldComparison(
            nameof(ChinookContext), typeof(Customer).FullName!, [PropertyPath.Parse("Email"), PropertyPath.Parse("Phone")], due, 59, 59 - due, 0));
        (await Retention.CompareAsync(Register(3), Token)).DeletesMore.Should().BeFalse();
    }

    [Fact]
    public async Task A_person_is_told_until_when_each_field_is_kept_and_why()
    {
        var rows = await Retention.ExplainAsync(SubjectId.Of(ShopKeys.Customers, 1), Token).ToListAsync(Token);

        rows.Should().HaveCount((int)(1 + Query("SELECT count(*) FROM Invoice WHERE CustomerId = 1") + Query("SELECT count(*) FROM InvoiceLine l JOIN Invoice i ON i.InvoiceId = l.InvoiceId WHERE i.CustomerId = 1")));
        var phone = rows[^1].Fields.Single(held => held.Property.ToString() == "Phone").Retention;
        phone.Deciding!.Activity.Should().Be(Orders);
        phone.FirstDeletable.Should().Be(new LocalDate(2025, 8, 7).PlusYears(2).PlusDays(1));
    }

    private static long Query(string statement)
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this test.
        command.CommandText = statement;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    private static ProcessingRegister Register(int years) => ProcessingRegister.Create(register => register
        .Controller(controller => controller.Name("Voorbeeld B.V.").Country("NL").Contact(email: "info@voorbeeld.example"))
        .People(ShopKeys.Customers, nl: "klanten", en: "customers")
        .Category(ShopKeys.Name, nl: "naam", en: "name")
        .Category(ShopKeys.EmailAddress, nl: "e-mailadres", en: "e-mail address")
        .Category(ShopKeys.Purchases, nl: "aankopen", en: "purchases")
        .Event(ShopKeys.LastPurchase, nl: "je laatste aankoop", en: "your last purchase")
        .Event(ShopKeys.InvoiceDate, nl: "de factuur", en: "the invoice")
        .Activity(Orders, orders => orders
            .Name(nl: "Bestellingen", en: "Orders").Purpose(nl: "Wij leveren.", en: "We deliver.").OnContract()
            .About(ShopKeys.Customers).Uses(ShopKeys.Name, ShopKeys.EmailAddress)
            .Keep(keep => keep.For(Period.FromYears(years)).After(ShopKeys.LastPurchase)))
        .Activity(Invoicing, invoicing => invoicing
            .Name(nl: "Facturen", en: "Invoices").Purpose(nl: "De belasting vraagt het.", en: "Tax law asks for it.").OnLegalObligation("art. 52 AWR", "NL")
            .About(ShopKeys.Customers).Uses(ShopKeys.Name, ShopKeys.Purchases)
            .Keep(keep => keep.For(Period.FromYears(7)).AfterEndOfFinancialYearOf(ShopKeys.InvoiceDate).Statute("art. 52 lid 4 AWR", "NL"))));

    private sealed class Customers : IPersonalDataMap<Customer>
    {
        public void Configure(PersonalDataMapBuilder<Customer> data) => data
            .IsSubject(ShopKeys.Customers, c => c.CustomerId)
            .Field(ShopKeys.Name, c => c.FirstName, c => c.LastName)
            .Field(ShopKeys.EmailAddress, c => c.Email, c => c.Phone)
            .Event(ShopKeys.LastPurchase, c => c.Invoices.Max(i => (DateTime?)i.InvoiceDate), TimeMeaning.ControllerLocal)
            .Event(ShopKeys.InvoiceDate, c => c.Invoices.Max(i => (DateTime?)i.InvoiceDate), TimeMeaning.ControllerLocal);
    }

    private sealed class Invoices : IPersonalDataMap<Invoice>
    {
        public void Configure(PersonalDataMapBuilder<Invoice> data) => data
            .BelongsTo(i => i.Customer)
            .Field(ShopKeys.Purchases, i => i.BillingAddress)
            .Event(ShopKeys.InvoiceDate, i => i.InvoiceDate, TimeMeaning.ControllerLocal);
    }

    private sealed class Lines : IPersonalDataMap<InvoiceLine>
    {
        public void Configure(PersonalDataMapBuilder<InvoiceLine> data) => data.BelongsTo(l => l.Invoice);
    }
}
