using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Gdpr;

namespace GdprKit.Samples.Mapping;

/// <summary>The pages on which an employee reads where personal data are, and whether anything was forgotten.</summary>
public sealed class CheckPageTests(CrmApplication application)
{
    [Theory]
    [InlineData("nl", "Er is nu niets te doen.")]
    [InlineData("en", "There is nothing to do now.")]
    public async Task The_check_says_that_nothing_is_open_and_what_is_kept_outside_the_program(string language, string nothing)
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", language);

        var page = await employee.GetAsync("/gdpr/check");

        page.Main.Should().Contain(nothing);
        foreach (var store in new[] { OutsideTheDatabase.Mailbox, OutsideTheDatabase.OutgoingMails, OutsideTheDatabase.StaffFiles })
        {
            page.Main.Should().Contain(store.Name[Language.Parse(language)]).And.Contain(store.Instruction[Language.Parse(language)]);
        }
    }

    [Fact]
    public async Task The_register_says_for_each_activity_where_the_data_are()
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "en");

        var page = await employee.GetAsync("/gdpr/register");

        FactOf(page, "orders", "Where they are").Should().Be("customers, invoices and invoice lines");
        FactOf(page, "newsletter", "Where they are").Should().Be("customers");
        FactOf(page, "staff-administration", "Where they are").Should().Be("employees");
        FactOf(page, "staff-administration", "Outside this program").Should().Be("staff files on paper");
    }

    [Theory]
    [InlineData("Nancy Edwards", true)]
    [InlineData("Jane Peacock", false)]
    public async Task The_deletion_concept_can_be_read_by_managers(string name, bool shown)
    {
        using var employee = await application.CreateEmployeeAsync(name, "en");

        var page = await employee.GetAsync("/gdpr/register");

        (page.Html.QuerySelector("a[href='/privacy/manage/deletion-concept']") is not null).Should().Be(shown);
    }

    private static string FactOf(VisitedPage page, string activity, string term) =>
        page.Html.QuerySelectorAll($"section[aria-labelledby='{activity}'] .facts > div").Single(fact => fact.QuerySelector("dt")!.TextContent == term).QuerySelector("dd")!.TextContent.Trim();
}
