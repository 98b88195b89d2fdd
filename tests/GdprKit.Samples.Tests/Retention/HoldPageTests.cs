using System.Net;
using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Customers;
using GdprKit.Samples.Crm.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Samples.Retention;

/// <summary>A manager places, prolongs and lifts holds. These tests have a shop of their own.</summary>
public sealed class HoldPageTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    private const string Address = "/gdpr/cleanup/holds";

    private const string PlaceForm = "form[action*='handler=Place']";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", 5, "Legal holds", "Everything of", "Legal claim", "Prolong", "The hold was lifted.")]
    [InlineData("nl", 6, "Verwijderstops", "Alles van", "Rechtsvordering", "Verlengen", "De verwijderstop is opgeheven.")]
    public async Task A_hold_on_a_customer_is_placed_prolonged_and_lifted(
        string language, int customer, string heading, string everything, string ground, string prolong, string lifted)
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", language);
        (await manager.GetAsync($"/customers/{customer}")).Html.QuerySelector($"a[href='{Address}?customer={customer}']").Should().NotBeNull();
        var page = await manager.GetAsync($"{Address}?customer={customer}");
        page.Heading.Should().Be(heading);
        page.Html.QuerySelector("select option")!.TextContent.Should().StartWith(everything);
        var review = page.Html.QuerySelector("#Form_ReviewOn")!.GetAttribute("min")!;

        (await PlaceAsync(manager, page, review)).Location.Should().StartWith(Address);
        (await PlaceAsync(manager, page, review)).Location.Should().StartWith(Address, "what is sent twice is no fault");

        var line = await LineAsync(manager, customer);
        line.TextContent.Should().Contain(ground).And.Contain($"File {customer}").And.Contain("employee-2").And.Contain(prolong);
        (await CountAsync(customer)).Should().Be(1);

        page = await manager.GetAsync(Address);
        var later = page.Html.QuerySelector("#Form_ReviewOn")!.GetAttribute("max")!;
        var form = $"form:has(input[value='{await IdAsync(customer)}'])";
        await manager.SubmitAsync(page, form, new Dictionary<string, string> { ["ReviewOn"] = later, ["Reason"] = "The appeal runs." }, "button[formaction*=Prolong]");
        (await FindAsync(customer))!.Holds.Single().ReviewOn.ToString("uuuu-MM-dd", null).Should().Be(later);

        await manager.SubmitAsync(page, form, new Dictionary<string, string> { ["Reason"] = "Settled." }, "button[formaction*=Lift]");
        (await FindAsync(customer))!.Status.Should().Be(HoldStatus.Lifted);
        (await manager.GetAsync(Address)).Html.Body!.TextContent.Should().Contain(lifted);
    }

    [Fact]
    public async Task What_is_refused_says_why_and_places_nothing()
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");

        var page = await PlaceAsync(manager, await manager.GetAsync($"{Address}?customer=7"), "2009-01-01");

        page.Html.QuerySelector("main [role=alert]")!.TextContent.Should().Contain("It was not done").And.Contain("GDPR1607");
        page.Html.QuerySelector("#Form_Matter")!.GetAttribute("value").Should().Be("File 7", "what was filled in stays");
        (await FindAsync(7)).Should().BeNull();
    }

    [Fact]
    public async Task A_category_can_be_put_on_hold_for_everybody()
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        var page = await manager.GetAsync(Address);

        await manager.SubmitAsync(page, PlaceForm, new Dictionary<string, string> { ["Form.On"] = "category/phone", ["Form.Ground"] = "Investigation", ["Form.Matter"] = "Audit" });

        (await manager.GetAsync(Address)).Main.Should().Contain("Of everybody: phone");
        await using var scope = application.Services.CreateAsyncScope();
        var holds = scope.ServiceProvider.GetRequiredService<LegalHolds>();
        var category = new HoldScope.Category(Crm.Gdpr.Crm.Phone);
        await holds.LiftAsync(category, (await holds.FindAsync(category, Token))!.Holds.Single().Id, Operator.Parse("test"), "Over.", Token);
    }

    [Theory]
    [InlineData("en", "All invoices since 2025")]
    [InlineData("nl", "Alle facturen sinds 2025")]
    public async Task What_a_map_names_can_be_put_on_hold(string language, string name)
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", language);
        var page = await manager.GetAsync(Address);
        page.Html.QuerySelectorAll("select option").Select(option => option.TextContent).Should().Contain(name);

        await manager.SubmitAsync(page, PlaceForm, new Dictionary<string, string> { ["Form.On"] = "query/invoices-since-2025", ["Form.Ground"] = "Investigation", ["Form.Matter"] = "Audit" });

        (await manager.GetAsync(Address)).Html.QuerySelectorAll(".hold h3").Select(heading => heading.TextContent.Trim()).Should().Contain(name);
        await using var scope = application.Services.CreateAsyncScope();
        var holds = scope.ServiceProvider.GetRequiredService<LegalHolds>();
        var query = holds.Queries.Should().ContainSingle().Subject.Scope;
        await holds.LiftAsync(query, (await holds.FindAsync(query, Token))!.Holds.Single().Id, Operator.Parse("test"), "Over.", Token);
    }

    [Fact]
    public async Task A_customer_on_hold_cannot_be_removed_until_it_is_lifted()
    {
        await using var scope = application.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        var customer = new Customer { FirstName = "New", LastName = "Comer", Email = "new@example.org" };
        db.Add(customer);
        await db.SaveChangesAsync(Token);
        var person = new HoldScope.Person(SubjectId.Of(Crm.Gdpr.Crm.Customers, customer.CustomerId));
        var holds = scope.ServiceProvider.GetRequiredService<LegalHolds>();
        var hold = await holds.PlaceAsync(person, HoldGround.LegalClaims, Operator.Parse("test"), "File", scope.ServiceProvider.GetRequiredService<GdprKit.Samples.Crm.ShopCalendar>().Today, cancellationToken: Token);
        var removal = scope.ServiceProvider.GetRequiredService<CustomerRemoval>();
        var by = SubjectId.Of(Crm.Gdpr.Crm.Employees, 2);

        (await removal.RemoveAsync(customer.CustomerId, by, Token)).Should().BeNull();
        (await db.Customers.AnyAsync(c => c.CustomerId == customer.CustomerId, Token)).Should().BeTrue();

        await holds.LiftAsync(person, hold, Operator.Parse("test"), "Settled.", Token);
        (await removal.RemoveAsync(customer.CustomerId, by, Token)).Should().NotBeNull();
    }

    [Fact]
    public async Task An_employee_who_is_no_manager_sees_none_and_places_none()
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "en");

        var page = await employee.GetAsync(Address);

        page.Main.Should().Contain("Only managers see legal holds.");
        page.Html.QuerySelectorAll("main form").Should().BeEmpty();
        (await employee.GetAsync("/customers/8")).Html.QuerySelector($"a[href^='{Address}']").Should().BeNull();
        var answer = await PlaceAsync(employee, await manager.GetAsync($"{Address}?customer=8"), "2030-01-01");
        (answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.Redirect).Should().BeTrue();
        (await FindAsync(8)).Should().BeNull();
    }

    private static Task<VisitedPage> PlaceAsync(Visitor visitor, VisitedPage page, string reviewOn)
    {
        var on = page.Html.QuerySelector("select option")!.GetAttribute("value")!;
        return visitor.SubmitAsync(page, PlaceForm, new Dictionary<string, string> { ["Form.Matter"] = $"File {on.Split('/')[1]}", ["Form.ReviewOn"] = reviewOn });
    }

    private async Task<AngleSharp.Dom.IElement> LineAsync(Visitor visitor, int customer) =>
        (await visitor.GetAsync(Address)).Html.QuerySelectorAll("article.hold").Single(article => article.QuerySelector($"a[href='/customers/{customer}']") is not null);

    private async Task<LegalHold?> FindAsync(int customer)
    {
        await using var scope = application.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LegalHolds>().FindAsync(new HoldScope.Person(SubjectId.Of(Crm.Gdpr.Crm.Customers, customer)), Token);
    }

    private async Task<int> CountAsync(int customer) => (await FindAsync(customer))!.Holds.Count;

    private async Task<string> IdAsync(int customer) => (await FindAsync(customer))!.Holds.Single().Id.ToString();
}
