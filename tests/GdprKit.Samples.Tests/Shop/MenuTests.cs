using GdprKit.Samples.Application;

namespace GdprKit.Samples.Shop;

public sealed class MenuTests(CrmApplication application)
{
    public static TheoryData<string, string[]> Places => new()
    {
        {
            "nl",
            ["Wat bewaren we?", "Controle", "Privacyverklaring", "Contacten informeren", "Formulier", "Opruimen", "Verzoeken", "Back-ups", "Logboek"]
        },
        {
            "en",
            ["What do we keep?", "Check", "Privacy notice", "Inform contacts", "Form", "Clean up", "Requests", "Backups", "Log"]
        },
    };

    [Theory, MemberData(nameof(Places))]
    public async Task The_nine_places_of_privacy_stand_in_the_menu_in_their_order(string language, string[] places)
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", language);

        var page = await employee.GetAsync("/dashboard");

        page.Html.QuerySelectorAll("#menu ul:last-of-type a").Select(link => link.ChildNodes[0].TextContent.Trim()).Should().Equal(places);
    }

    [Theory]
    [InlineData("nl", "later", "Dit onderdeel komt later.")]
    [InlineData("en", "later", "This part comes later.")]
    public async Task A_place_says_that_it_comes_later_in_the_menu_and_on_its_page_or_in_neither(string language, string mark, string notice)
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", language);
        var menu = (await employee.GetAsync("/dashboard")).Html.QuerySelectorAll("#menu a");

        foreach (var link in menu)
        {
            var page = await employee.GetAsync(link.GetAttribute("href")!);

            var isMarked = link.QuerySelector(".later")?.TextContent == mark;
            page.Main.Contains(notice, StringComparison.Ordinal).Should().Be(isMarked, link.TextContent);
            if (isMarked)
            {
                page.Html.QuerySelectorAll("main form, main button, main input").Should().BeEmpty("nothing pretends to work");
            }
        }
    }

    [Fact]
    public async Task The_menu_shows_where_the_reader_is()
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock");

        var page = await employee.GetAsync("/customers/1");

        page.Html.QuerySelectorAll("#menu [aria-current=page]").Select(link => link.GetAttribute("href")).Should().Equal("/customers");
    }
}
