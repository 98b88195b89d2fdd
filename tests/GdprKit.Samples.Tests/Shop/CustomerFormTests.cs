using System.Net;
using System.Security.Cryptography;
using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Samples.Shop;

/// <summary>What a visitor and an employee fill in. These tests write, so they have a shop of their own.</summary>
public sealed class CustomerFormTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    /// <summary>An employee of the sample's data, who is not a customer yet.</summary>
    private static readonly Dictionary<string, string> NewCustomer = new()
    {
        ["Form.FirstName"] = "Margaret",
        ["Form.LastName"] = "Park",
        ["Form.Email"] = "margaret@chinookcorp.com",
        ["Form.Phone"] = "+1 (403) 263-4423",
        ["Form.Address"] = "683 10 Street SW",
        ["Form.PostalCode"] = "T2P 5G3",
        ["Form.City"] = "Calgary",
        ["Form.State"] = "AB",
        ["Form.Country"] = "Canada",
    };

    [Fact]
    public async Task Who_signs_up_is_a_customer_once_however_often_they_do()
    {
        using var visitor = application.CreateVisitor("en");

        var first = await SignUpAsync(visitor, NewCustomer);
        var again = await SignUpAsync(visitor, new(NewCustomer) { ["Form.Email"] = "MARGARET@chinookcorp.com", ["Form.City"] = "Edmonton" });

        again.Should().Be(first).And.StartWith("Thank you, you are a customer.");
        var customer = await QueryAsync(db => db.Customers.Where(c => EF.Functions.Like(c.Email, "margaret@chinookcorp.com")).SingleAsync());
        customer.Should().BeEquivalentTo(new { Email = "margaret@chinookcorp.com", City = "Calgary", Country = "Canada", SupportRepId = (int?)null, SignedUpOn = new DateTime(2025, 12, 23), Language = "en", Source = (string?)null });
    }

    [Fact]
    public async Task A_form_with_faults_names_each_of_them_and_keeps_nothing()
    {
        using var visitor = application.CreateVisitor("en");
        var customers = await QueryAsync(db => db.Customers.CountAsync());

        var page = await visitor.SubmitAsync(await visitor.GetAsync("/signup"), "main form", new Dictionary<string, string>
        {
            ["Form.FirstName"] = " ",
            ["Form.LastName"] = new('x', 21),
            ["Form.Email"] = "margaret@",
            ["Form.Phone"] = "by mail",
        });

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Html.QuerySelectorAll(".faults a").Select(link => link.TextContent).Should().Equal(
            "First name is required.",
            "Last name can be at most 20 characters long.",
            "Fill in an email address such as name@example.com.",
            "Fill in a phone number such as +31 20 123 4567.",
            "Street and number is required.",
            "City is required.");
        page.Html.QuerySelectorAll(".faults a").Should().OnlyContain(link => page.Html.QuerySelector(link.GetAttribute("href")!) != null);
        page.Html.QuerySelector("#Form_Email")!.GetAttribute("value").Should().Be("margaret@", "nobody types a form twice");
        page.Html.Title.Should().StartWith("Error:");
        (await QueryAsync(db => db.Customers.CountAsync())).Should().Be(customers);
    }

    [Fact]
    public async Task A_country_that_the_list_does_not_have_is_refused()
    {
        using var visitor = application.CreateVisitor("en");
        var form = await visitor.GetAsync("/signup");
        form.Html.QuerySelector("option[value=Canada]")!.SetAttribute("value", "Atlantis");

        var page = await visitor.SubmitAsync(form, "main form", new Dictionary<string, string>(NewCustomer) { ["Form.Country"] = "Atlantis" });

        page.Html.QuerySelectorAll(".faults a").Select(link => link.TextContent).Should().Equal("Choose a country from the list.");
    }

    [Fact]
    public async Task What_an_employee_changes_is_saved_and_confirmed()
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "en");
        var form = await employee.GetAsync("/customers/48/edit");

        var answer = await employee.SubmitAsync(form, "main form", new Dictionary<string, string>
        {
            ["Form.City"] = " Utrecht ",
            ["Form.Phone"] = "",
            ["SupportRepId"] = "3",
            ["WrittenIn"] = "en",
        });

        answer.Location.Should().Be("/customers/48");
        (await employee.GetAsync("/customers/48")).Main.Should().Contain("The details of Johannes Van der Berg are saved.");
        (await QueryAsync(db => db.Customers.SingleAsync(c => c.CustomerId == 48)))
            .Should().BeEquivalentTo(new { City = "Utrecht", Phone = (string?)null, SupportRepId = 3, Language = "en", FirstName = "Johannes" });
    }

    [Fact]
    public async Task A_change_with_faults_leaves_the_customer_as_they_were()
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "en");
        var form = await employee.GetAsync("/customers/2/edit");

        var page = await employee.SubmitAsync(form, "main form", new Dictionary<string, string>
        {
            ["Form.City"] = "Berlin",
            ["Form.Email"] = "",
        });

        page.Html.QuerySelectorAll(".faults a").Select(link => link.TextContent).Should().Equal("Email address is required.");
        (await QueryAsync(db => db.Customers.SingleAsync(c => c.CustomerId == 2)))
            .Should().BeEquivalentTo(new { City = "Stuttgart", Email = "leonekohler@surfeu.de" });
    }

    [Fact]
    public async Task The_committed_database_is_as_it_was()
    {
        var committed = Repository.FullPath("samples", "GdprKit.Samples.Crm", "Data", "Chinook.sqlite");
        var before = await HashAsync(committed);
        using var visitor = application.CreateVisitor();

        await SignUpAsync(visitor, new(NewCustomer) { ["Form.Email"] = "nancy@chinookcorp.com" });

        (await HashAsync(committed)).Should().Be(before);
        (await HashAsync(Path.Combine(AppContext.BaseDirectory, "Data", "Chinook.sqlite"))).Should().Be(before);
        (await HashAsync(application.DatabasePath)).Should().NotBe(before);
    }

    private static async Task<string> SignUpAsync(Visitor visitor, Dictionary<string, string> values)
    {
        var answer = await visitor.SubmitAsync(await visitor.GetAsync("/signup"), "main form", values);
        answer.Location.Should().Be("/");
        return (await visitor.GetAsync("/")).Html.QuerySelector("[role=status]")!.TextContent;
    }

    private static async Task<string> HashAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Convert.ToHexString(await SHA256.HashDataAsync(file, TestContext.Current.CancellationToken));
    }

    private async Task<T> QueryAsync<T>(Func<CrmDbContext, Task<T>> query)
    {
        await using var scope = application.Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<CrmDbContext>());
    }
}
