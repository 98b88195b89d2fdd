namespace GdprKit.Mapping;

public sealed class TimeTests : MapTest
{
    private static readonly IPersonalDataMap Sales = Map<Sale>(data => data.BelongsTo(s => s.Buyer).Event(ShopKeys.InvoiceDate, s => s.SoldAt, TimeMeaning.ControllerLocal));

    [Fact]
    public void A_date_says_itself_what_it_means()
    {
        var worker = Resolve<Worker>(Map<Worker>(data => data
            .IsSubject(ShopKeys.Employees, w => w.Id)
            .Event(ShopKeys.EmploymentEnded, w => w.LeftOn)
            .Event(ShopKeys.InvoiceDate, "HiredAt")));

        worker.Events.Select(happened => (happened.Event, happened.Time.Meaning, happened.Time.Type)).Should().Equal(
            (ShopKeys.EmploymentEnded, TimeMeaning.Date, typeof(DateOnly?)),
            (ShopKeys.InvoiceDate, TimeMeaning.Utc, typeof(DateTimeOffset)));
    }

    [Fact]
    public void A_computed_date_is_kept_as_a_function_of_the_row()
    {
        var buyer = Resolve<Buyer>(Sales, Map<Buyer>(data => data
            .IsSubject(ShopKeys.Customers, b => b.Id)
            .Event(ShopKeys.LastPurchase, b => b.Sales.Max(s => (DateTime?)s.SoldAt), TimeMeaning.ControllerLocal)
            .Arrived(b => b.Sales.Min(s => (DateTime?)s.SoldAt), TimeMeaning.Date)
            .ObtainedFrom(b => b.Home.City)));

        var time = buyer.Events.Single().Time;
        time.Property.Should().BeNull();
        time.Meaning.Should().Be(TimeMeaning.ControllerLocal);
        ((Func<Buyer, DateTime?>)time.Value!.Compile())(new Buyer { Sales = { new Sale { SoldAt = new DateTime(2026, 1, 31) } } }).Should().Be(new DateTime(2026, 1, 31));
        buyer.Arrived!.Meaning.Should().Be(TimeMeaning.Date);
        buyer.ObtainedFrom.Should().Be(PropertyPath.Parse("Home.City"));
    }

    [Fact]
    public void A_date_and_time_says_whether_it_is_utc()
    {
        FaultsOf(Buyers, Map<Sale>(data => data.BelongsTo(s => s.Buyer).Event(ShopKeys.InvoiceDate, s => s.SoldAt))).Should().Equal(
            "GDPR4022: Sale.SoldAt is a DateTime, which does not say whether it is UTC. Pass TimeMeaning.Utc, TimeMeaning.ControllerLocal or, when the time of day means nothing, TimeMeaning.Date.");
    }

    [Fact]
    public void A_day_is_not_said_to_be_a_moment_nor_a_moment_a_wall_clock_time()
    {
        var workers = Map<Worker>(data => data
            .IsSubject(ShopKeys.Employees, w => w.Id)
            .Event(ShopKeys.EmploymentEnded, w => w.LeftOn, TimeMeaning.Utc)
            .Event(ShopKeys.InvoiceDate, "HiredAt", TimeMeaning.ControllerLocal));

        FaultsOf(workers).Should().Equal(
            "GDPR4023: Worker.HiredAt is a DateTimeOffset, which cannot mean ControllerLocal. Leave the meaning out, or pass TimeMeaning.Utc.",
            "GDPR4023: Worker.LeftOn is a DateOnly, which cannot mean Utc. Leave the meaning out, or pass TimeMeaning.Date.");
    }

    [Fact]
    public void A_date_can_be_that_of_another_row_or_a_part_of_one()
    {
        var lines = Resolve<SaleLine>(Buyers, Sales, Map<SaleLine>(data => data
            .BelongsTo(l => l.Sale)
            .Event(ShopKeys.InvoiceDate, l => l.Sale.SoldAt.Date, TimeMeaning.Date)));

        lines.Events.Single().Time.Value.Should().NotBeNull();
        FaultsOf(Map<Buyer>(data => data.IsSubject(ShopKeys.Customers, b => b.Id).Event(ShopKeys.LastPurchase, b => b.Greeting.Length)))
            .Should().ContainSingle().Which.Should().StartWith("GDPR4027: Buyer.Greeting.Length is not stored");
    }

    [Fact]
    public void A_text_or_a_number_is_no_date()
    {
        var sales = Map<Sale>(data => data
            .BelongsTo(s => s.Buyer)
            .Event(ShopKeys.InvoiceDate, s => s.Remark)
            .Event(ShopKeys.LastPurchase, s => s.BuyerId));

        FaultsOf(Buyers, sales).Should().HaveCount(2).And.OnlyContain(fault => fault.StartsWith("GDPR4024"));
    }

    [Fact]
    public void An_event_is_mapped_once_and_on_something_stored()
    {
        var workers = Map<Worker>(data => data
            .IsSubject(ShopKeys.Employees, w => w.Id)
            .Event(ShopKeys.EmploymentEnded, w => w.LeftOn)
            .Event(ShopKeys.EmploymentEnded, "HiredAt")
            .Event(ShopKeys.InvoiceDate, "FiredAt")
            .Arrived(w => w.LeftOn)
            .Arrived(w => w.LeftOn));

        FaultsOf(workers).Should().Equal(
            "GDPR4019: Worker: Arrived is declared twice. Keep one of the declarations.",
            "GDPR4019: Worker: the event 'employment-ended' is declared twice. Keep one of the declarations.",
            "GDPR4027: Worker.FiredAt is not stored by Shop. Name a property that is stored; did you mean 'HiredAt'?");
    }
}
