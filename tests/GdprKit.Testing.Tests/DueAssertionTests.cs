using NodaTime;

namespace GdprKit.Testing;

public sealed class DueAssertionTests
{
    private static readonly SubjectId Ann = SubjectId.Of(Crm.Customers, 1);

    private static readonly Customer[] Customers =
    [
        new() { CustomerId = 1, Name = "Ann", Email = "ann@example.nl", LastPurchase = new DateOnly(2024, 2, 29) },
        new() { CustomerId = 2, Name = "Bob", Email = "bob@example.nl" },
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_field_is_due_from_the_day_that_rule_and_map_give()
    {
        await using var services = Application.Services(null, Customers);

        await GdprAssert.IsDueFromAsync<Customer>(services, Ann, nameof(Customer.Email), new LocalDate(2026, 3, 1), Token);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Another_day_is_told_with_the_explanation_of_the_right_one(int days)
    {
        await using var services = Application.Services(null, Customers);

        var asserting = async () => await GdprAssert.IsDueFromAsync<Customer>(services, Ann, "Email", new LocalDate(2026, 3, 1).PlusDays(days), Token);

        var exception = (await asserting.Should().ThrowAsync<GdprAssertionException>()).Which;
        exception.Failures.Should().Equal("GDPR1097: it does not; it should be due from 2026-03-01, by the rules and the dates of the row. Correct the rule, the map or the test.");
        exception.Message.Should().StartWith($"Customer.Email should be due from {(days < 0 ? "2026-02-28" : "2026-03-02")}.{Environment.NewLine}").And.Contain("2 years later: 28 February 2026");
        exception.Message.Should().NotContain("ann@example.nl").And.NotContain("Ann");
    }

    [Fact]
    public async Task A_field_without_a_date_has_no_known_end()
    {
        await using var services = Application.Services(null, Customers);

        await GdprAssert.HasNoKnownEndAsync<Customer>(services, SubjectId.Of(Crm.Customers, 2), "Name", Token);
        var asserting = async () => await GdprAssert.HasNoKnownEndAsync<Customer>(services, Ann, "Name", Token);

        (await asserting.Should().ThrowAsync<GdprAssertionException>()).WithMessage("Customer.Name should have no known end.*GDPR1097: it does not; it should be due from 2026-03-01*");
    }

    [Theory]
    [InlineData(3, "Email")]
    [InlineData(1, "LastPurchase")]
    [InlineData(1, "Nickname")]
    public async Task What_the_person_does_not_have_is_never_due(int customer, string field)
    {
        await using var services = Application.Services(null, Customers);

        var asserting = async () => await GdprAssert.HasNoKnownEndAsync<Customer>(services, SubjectId.Of(Crm.Customers, customer), field, Token);

        (await asserting.Should().ThrowAsync<GdprAssertionException>()).WithMessage($"*GDPR1096: the person has no row of Customer with the field '{field}'.*");
    }

    [Fact]
    public async Task A_name_that_is_none_is_refused()
    {
        await using var services = Application.Services(null, Customers);

        var asserting = async () => await GdprAssert.HasNoKnownEndAsync<Customer>(services, Ann, "a..b", Token);

        await asserting.Should().ThrowAsync<FormatException>().WithMessage("GDPR1080: *");
    }
}
