using System.Net;
using GdprKit.Samples.Application;

namespace GdprKit.Samples.Shop;

/// <summary>When somebody leaves, a manager says so. These tests write, so they have a shop of their own.</summary>
public sealed class EmployeeFormTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    [Fact]
    public async Task A_manager_says_when_somebody_left_and_reads_until_when_their_data_are_kept()
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");

        var answer = await FillInAsync(manager, "/employees/4", "2025-11-30");
        var page = await manager.GetAsync(answer.Location!);

        page.Html.QuerySelector(".confirmation")!.TextContent.Should().Contain("Margaret Park");
        page.Html.QuerySelector("#LeftOn")!.GetAttribute("value").Should().Be("2025-11-30");
        var kept = page.Html.QuerySelector("section[aria-labelledby=kept]")!.TextContent;
        kept.Should().Contain("30 November 2027").And.NotContain("To find out");
    }

    [Theory]
    [InlineData("1999-01-01")]
    [InlineData("soon")]
    public async Task A_day_that_cannot_be_is_refused_and_changes_nothing(string day)
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");

        var page = await FillInAsync(manager, "/employees/5", day);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Html.QuerySelector("#LeftOn-error")!.TextContent.Should().Be("Fill in a day after the first day of work.");
        new ShopFile(application.DatabasePath).Number("SELECT count(*) FROM Employee WHERE EmployeeId = 5 AND LeftOn IS NULL").Should().Be(1);
    }

    [Fact]
    public async Task An_employee_who_is_no_manager_has_no_form_for_it_and_is_refused_without_one()
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards");
        using var employee = await application.CreateEmployeeAsync("Jane Peacock");
        var form = await manager.GetAsync("/employees/3");
        var token = (await employee.GetAsync("/employees/3")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var page = await employee.SubmitAsync(form, "main form", new Dictionary<string, string> { ["LeftOn"] = "2025-11-30", ["__RequestVerificationToken"] = token });

        page.Status.Should().Be(HttpStatusCode.Forbidden);
        (await employee.GetAsync("/employees/3")).Html.QuerySelector("#LeftOn").Should().BeNull();
        new ShopFile(application.DatabasePath).Number("SELECT count(*) FROM Employee WHERE EmployeeId = 3 AND LeftOn IS NULL").Should().Be(1);
    }

    private static async Task<VisitedPage> FillInAsync(Visitor manager, string address, string day) =>
        await manager.SubmitAsync(await manager.GetAsync(address), "main form", new Dictionary<string, string> { ["LeftOn"] = day });
}
