using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Testing;

public sealed class DeclarationAssertionTests
{
    private static readonly Action<GdprKitBuilder> WithoutFields = gdpr => gdpr.AddMap<Customer>(data => data.IsSubject(Crm.Customers, c => c.CustomerId));

    [Fact]
    public void An_application_that_declares_everything_passes()
    {
        using var services = Application.Services();

        GdprAssert.EverythingIsDeclared(services);
        GdprAssert.PlanHasNoWarnings(services);
        GdprAssert.NothingStopsTheStart(services);
    }

    [Fact]
    public void What_is_not_declared_is_told_at_once_with_the_code_to_add()
    {
        using var services = Application.Services(WithoutFields);

        var asserting = () => GdprAssert.EverythingIsDeclared(services);

        var exception = asserting.Should().Throw<GdprAssertionException>().Which;
        exception.Failures.Select(failure => failure[..failure.IndexOf(' ', StringComparison.Ordinal)]).Should().Equal("GDPR4034:", "GDPR4034:", "GDPR4034:", "GDPR4036:", "GDPR4037:");
        exception.Message.Should().Be(string.Join(Environment.NewLine,
        [
            "5 things are not declared.",
            .. exception.Failures.Select(failure => $"  {failure}"),
            "To add to the map of Customer, where it is personal:",
            "    .Field(Key<DataCategory>.Parse(\"email-address\"), x => x.Email)",
            "    .Field(Key<DataCategory>.Parse(\"name\"), x => x.Name)",
        ]));
    }

    [Fact]
    public void A_map_can_be_looked_at_by_itself()
    {
        using var services = Application.Services(WithoutFields);

        FluentActions.Invoking(() => GdprAssert.EverythingIsDeclared(services.GetRequiredService<PersonalDataMap>())).Should().Throw<GdprAssertionException>();
        FluentActions.Invoking(() => GdprAssert.PlanHasNoWarnings(services.GetRequiredService<DataRetention>().Plan)).Should().Throw<GdprAssertionException>();
    }

    [Fact]
    public void Where_nothing_is_stored_nothing_was_looked_at()
    {
        using var services = new ServiceCollection().AddGdprKit(gdpr => gdpr.UseRegister(Crm.Register())).BuildServiceProvider();

        FluentActions.Invoking(() => GdprAssert.EverythingIsDeclared(services)).Should().Throw<InvalidOperationException>().WithMessage("GDPR1095: *Call gdpr.UseEntityFrameworkCore*");
        FluentActions.Invoking(() => GdprAssert.PlanHasNoWarnings(services)).Should().Throw<InvalidOperationException>().WithMessage("GDPR1095: *");
    }

    [Fact]
    public void A_plan_that_does_not_work_as_it_was_meant_is_told()
    {
        using var services = Application.Services(gdpr => gdpr.AddMap<Customer>(data => data.IsSubject(Crm.Customers, c => c.CustomerId).Field(Crm.Contact, c => c.Name, c => c.Email)));

        var asserting = () => GdprAssert.PlanHasNoWarnings(services);

        var exception = asserting.Should().Throw<GdprAssertionException>().Which;
        exception.Failures.Should().ContainSingle().Which.Should().StartWith("GDPR4041: Customer: the period of 'orders'");
        exception.Message.Should().Be($"The plan of disposal has 1 warning.{Environment.NewLine}  {exception.Failures[0]}");
    }

    [Fact]
    public void What_would_stop_the_start_is_told_all_at_once_without_starting()
    {
        using var services = Application.Services(gdpr => gdpr
            .AddMap<Customer>(data => data.IsSubject(Crm.Customers, c => c.CustomerId).Field(Crm.Contact, "Nickname", "Nick")));

        var asserting = () => GdprAssert.NothingStopsTheStart(services);

        var exception = asserting.Should().Throw<GdprAssertionException>().Which;
        exception.Message.Should().StartWith($"The host would not start.{Environment.NewLine}");
        exception.Failures.Should().HaveCountGreaterThan(1).And.OnlyContain(failure => failure.StartsWith("GDPR4"));
    }

    [Fact]
    public void Undeclared_data_stops_the_start()
    {
        using var services = Application.Services(WithoutFields);

        FluentActions.Invoking(() => GdprAssert.NothingStopsTheStart(services)).Should().Throw<GdprAssertionException>().Which.Failures.Should().HaveCount(5);
    }

    [Fact]
    public void Where_GdprKit_is_not_added_nothing_was_checked()
    {
        using var services = new ServiceCollection().AddOptions().BuildServiceProvider();

        FluentActions.Invoking(() => GdprAssert.NothingStopsTheStart(services)).Should().Throw<InvalidOperationException>().WithMessage("GDPR1099: *Call services.AddGdprKit*");
    }
}
