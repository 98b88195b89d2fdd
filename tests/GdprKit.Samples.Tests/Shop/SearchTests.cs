using GdprKit.Samples.Application;

namespace GdprKit.Samples.Shop;

public sealed class SearchTests(CrmApplication application)
{
    [Theory]
    [InlineData("q=gonçalves", "Luís Gonçalves")]
    [InlineData("q=luís embraer", "Luís Gonçalves")]
    [InlineData("q=oslo", "Bjørn Hansen")]
    [InlineData("q=daan_peeters", "Daan Peeters")]
    [InlineData("q=NEDERLAND", "Johannes Van der Berg")]
    public async Task A_customer_is_found_by_every_word(string query, string name)
    {
        (await CustomersAsync(query)).Should().Equal(name);
    }

    [Theory]
    [InlineData("q=oslo gonçalves")]
    [InlineData("q=%25")]
    [InlineData("q=' OR 1=1 --")]
    [InlineData("unassigned=true")]
    public async Task What_nobody_has_finds_nobody_and_says_so(string query)
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "en");

        var page = await employee.GetAsync($"/customers?{query}");

        page.Html.QuerySelectorAll("tbody tr").Should().BeEmpty();
        page.Main.Should().Contain("No customers found.");
    }

    [Fact]
    public async Task A_search_text_of_any_length_gets_an_answer()
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "en");

        var page = await employee.GetAsync($"/customers?q={new string('a', 5000)}");

        page.Html.QuerySelectorAll("tbody tr").Should().BeEmpty();
        page.Html.QuerySelector("#q-error")!.TextContent.Should().Be("Your search text is too long. Use at most 100 characters.");
        page.Html.QuerySelector("#q")!.GetAttribute("aria-describedby").Should().Be("q-error");
    }

    [Fact]
    public async Task A_list_is_sorted_by_the_chosen_column_and_back()
    {
        var ascending = await CustomersAsync("sort=name");
        var last = await CustomersAsync("sort=-name&p=3");

        ascending.Should().StartWith("Roberto Almeida").And.HaveCount(20);
        last.Should().HaveCount(19);
        last[^1].Should().Be(ascending[0]);
    }

    [Theory]
    [InlineData("p=0", 20)]
    [InlineData("p=4", 19)]
    [InlineData("p=99999999999999999999", 20)]
    [InlineData("p=x&sort=password&unassigned=maybe", 20)]
    public async Task An_address_that_asks_for_what_is_not_there_shows_the_nearest(string query, int rows)
    {
        (await CustomersAsync(query)).Should().HaveCount(rows);
    }

    [Fact]
    public async Task The_invoices_of_a_year_add_up()
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "en");

        var page = await employee.GetAsync("/invoices?year=2025");

        page.Main.Should().Contain("Number: 80. Together: €450.58.");
    }

    private async Task<string[]> CustomersAsync(string query)
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock");
        var page = await employee.GetAsync($"/customers?{query}");
        return [.. page.Html.QuerySelectorAll("tbody th > a").Select(link => link.TextContent)];
    }
}
