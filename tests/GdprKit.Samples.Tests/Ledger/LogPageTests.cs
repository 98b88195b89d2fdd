using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Gdpr;
using GdprKit.Samples.Crm.Gdpr.History;

namespace GdprKit.Samples.Ledger;

/// <summary>The log of a shop in which nothing has happened yet.</summary>
public sealed class LogPageTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    [Theory]
    [InlineData("nl", "Logboek", "Sinds dit moment geldt register {0} van wat de winkel bewaart, waarvoor en hoe lang.", "De winkel zelf")]
    [InlineData("en", "Log", "From this moment register {0} applies to what the shop keeps, what for and how long.", "The shop itself")]
    public async Task It_begins_with_the_register_by_which_the_shop_works(string language, string heading, string sentence, string who)
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", language);

        var page = await manager.GetAsync("/gdpr/log");

        page.Heading.Should().Be(heading);
        var line = page.Html.QuerySelectorAll("table.log tbody tr").Should().ContainSingle().Subject;
        line.TextContent.Should().Contain(string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, CrmRegister.Create().Hash.ToString()[..12])).And.Contain(who);
        line.QuerySelector("time")!.TextContent.Should().StartWithEquivalentOf("23 dec 2025, 10:00", "the clock of the shop shows an hour more than UTC in winter");
    }

    [Fact]
    public void Everybody_in_the_database_has_a_ref_and_nobody_two()
    {
        application.Shop.Number("SELECT count(*) FROM gdpr_subject_link WHERE subject_kind = 'customers'").Should().Be(application.Shop.Number("SELECT count(*) FROM Customer"));
        application.Shop.Number("SELECT count(*) FROM gdpr_subject_link WHERE subject_kind = 'employees'").Should().Be(application.Shop.Number("SELECT count(*) FROM Employee"));
        application.Shop.Number("SELECT count(DISTINCT subject) FROM gdpr_subject_link").Should().Be(application.Shop.Number("SELECT count(*) FROM gdpr_subject_link"));
    }

    [Theory]
    [InlineData("nl", "alleen te zien voor leidinggevenden")]
    [InlineData("en", "Only managers see the whole log.")]
    public async Task An_employee_who_is_no_manager_is_told_who_may_see_it(string language, string told)
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", language);

        var page = await employee.GetAsync("/gdpr/log");

        page.Main.Should().Contain(told);
        page.Html.QuerySelectorAll("main table").Should().BeEmpty();
    }

    [Theory]
    [InlineData("nl", "Hier is nog niets vastgelegd.")]
    [InlineData("en", "Nothing was recorded here yet.")]
    public async Task Who_has_no_history_yet_is_said_to_have_none(string language, string told)
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", language);

        (await manager.GetAsync("/customers/1")).Main.Should().Contain(told);
        (await manager.GetAsync("/employees/3")).Main.Should().Contain(told);
    }

    [Theory]
    [InlineData("nl", "Bewijs van wat we deden met jouw keuzes en verzoeken", "5 jaar")]
    [InlineData("en", "Proof of what we did with your choices and requests", "5 years")]
    public async Task What_the_ledger_keeps_and_how_long_stands_in_the_register_and_in_the_notice(string language, string activity, string period)
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", language);

        foreach (var address in new[] { "/gdpr/register", $"/privacy/{language}" })
        {
            var text = (await manager.GetAsync(address)).Html.Body!.TextContent;
            text.Should().ContainEquivalentOf(activity).And.Contain(period);
        }
    }

    [Fact]
    public void Every_entry_of_the_shop_has_words()
    {
        PersonHistory.Fold.EntryTypes.Should().OnlyContain(type => PersonHistory.Fold.Tells(type));
        RegisterHistory.Fold.EntryTypes.Should().OnlyContain(type => RegisterHistory.Fold.Tells(type));
    }
}
