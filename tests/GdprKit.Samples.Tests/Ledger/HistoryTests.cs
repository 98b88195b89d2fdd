using System.Net;
using AngleSharp.Dom;
using GdprKit.Ledger;
using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr.History;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.Samples.Ledger;

/// <summary>What is done in the shop stands in the log. These tests write, so they have a shop of their own.</summary>
public sealed class HistoryTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    [Theory]
    [InlineData("nl", "Klant geworden met het formulier op de site.")]
    [InlineData("en", "Became a customer with the form on the site.")]
    public async Task Who_becomes_a_customer_has_a_history_that_begins_with_it(string language, string sentence)
    {
        var id = await application.SignUpAsync($"history-{language}@example.nl");
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", language);

        HistoryOf(await manager.GetAsync($"/customers/{id}")).Should().Equal(sentence);
        var line = LinesOf(await manager.GetAsync("/gdpr/log")).First();
        line.QuerySelector("td a")!.GetAttribute("href").Should().Be($"/customers/{id}");
        line.TextContent.Should().Contain("Ada Canary").And.Contain(sentence);
    }

    [Fact]
    public async Task A_change_is_recorded_with_what_kind_of_data_who_did_it_and_why()
    {
        var id = await application.SignUpAsync("change@example.nl");
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");

        await application.ChangeAsync(manager, id, new() { ["Form.City"] = "Delft", ["Form.Email"] = "changed@example.nl", ["Note"] = "Moved house." });

        var lines = HistoryOf(await manager.GetAsync($"/customers/{id}"));
        lines.Should().HaveCount(2);
        lines[0].Should().Be("Data changed: address and e-mail address. By Nancy Edwards Note: Moved house.");
    }

    [Fact]
    public async Task No_entry_holds_what_was_changed()
    {
        var id = await application.SignUpAsync("values@example.nl");
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");

        await application.ChangeAsync(manager, id, new() { ["Form.City"] = "Canaryville" });

        application.Shop.Read("SELECT CAST(facts AS TEXT) FROM gdpr_entry", row => row.GetString(0)).Should().NotContain(facts => facts.Contains("Canary") || facts.Contains("example"));
        application.Shop.Number("SELECT count(*) FROM gdpr_entry WHERE CAST(facts AS TEXT) LIKE '%\"address\"%'").Should().BePositive();
    }

    [Fact]
    public async Task Saving_without_a_change_records_nothing()
    {
        var id = await application.SignUpAsync("same@example.nl");
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");

        await application.ChangeAsync(manager, id, []);

        HistoryOf(await manager.GetAsync($"/customers/{id}")).Should().HaveCount(1);
    }

    [Fact]
    public async Task An_employee_who_leaves_has_it_in_the_history()
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");

        await application.LeaveAsync(manager, 8, "2025-12-31");

        HistoryOf(await manager.GetAsync("/employees/8")).Should().Equal("Data changed: job and employment. By Nancy Edwards");
    }

    [Fact]
    public async Task Who_is_removed_is_named_nowhere_any_more_and_what_was_said_in_words_is_gone()
    {
        var id = await application.SignUpAsync("removed@example.nl");
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        await application.ChangeAsync(manager, id, new() { ["Form.City"] = "Delft", ["Note"] = "A canary note." });

        await application.RemoveAsync(manager, id);

        (await manager.GetAsync($"/customers/{id}")).Status.Should().Be(HttpStatusCode.NotFound);
        var lines = LinesOf(await manager.GetAsync("/gdpr/log")).Take(3).Select(Text).ToList();
        lines.Should().AllSatisfy(line => line.Should().Contain("Somebody whose data were erased"));
        lines[0].Should().Contain("Removed, with all data. By Nancy Edwards");
        lines[1].Should().Contain("Data changed: address.").And.Contain("The note was erased.").And.NotContain("canary");
        application.Shop.Number($"SELECT count(*) FROM gdpr_subject_link WHERE subject_kind = 'customers' AND subject_key = '{id}'").Should().Be(0);
    }

    [Fact]
    public async Task Who_gets_the_number_of_somebody_removed_gets_no_history_with_it()
    {
        var first = await application.SignUpAsync("first@example.nl");
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        await application.RemoveAsync(manager, first);

        var second = await application.SignUpAsync("second@example.nl");

        second.Should().Be(first, "SQLite gives the last number again");
        HistoryOf(await manager.GetAsync($"/customers/{second}")).Should().HaveCount(1);
    }

    [Fact]
    public async Task Who_bought_something_cannot_be_removed()
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        var page = await manager.GetAsync("/customers/1/edit");
        page.Html.QuerySelector("form[action*='Remove']").Should().BeNull();

        page.Html.QuerySelector("form.sheet")!.SetAttribute("action", "/customers/1/edit?handler=Remove");
        (await manager.SubmitAsync(page, "form.sheet")).Status.Should().Be(HttpStatusCode.NotFound);
        application.Shop.Number("SELECT count(*) FROM Customer WHERE CustomerId = 1").Should().Be(1);
    }

    [Fact]
    public async Task An_entry_that_a_newer_version_wrote_is_shown_as_such_and_the_page_goes_on()
    {
        var id = await application.SignUpAsync("newer@example.nl");
        await WriteAsNewerVersionAsync(id);
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");

        HistoryOf(await manager.GetAsync($"/customers/{id}"))[0].Should()
            .Be("A newer version of this program recorded something here that this version does not know: crm.person-merged/1.");
    }

    [Fact]
    public async Task The_log_is_read_page_after_page()
    {
        for (var i = 0; i < 25; i++)
        {
            await application.SignUpAsync($"page-{i}@example.nl");
        }

        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        var first = await manager.GetAsync("/gdpr/log");
        LinesOf(first).Should().HaveCount(20);
        first.Html.QuerySelectorAll(".paging a").Should().ContainSingle();

        var second = await manager.GetAsync(first.Html.QuerySelector(".paging a[rel=next]")!.GetAttribute("href")!);

        LinesOf(second).Select(Text).Should().NotBeEmpty();
        LinesOf(second)[0].QuerySelector("td a")!.GetAttribute("href").Should().NotBe(LinesOf(first)[^1].QuerySelector("td a")!.GetAttribute("href"));
        second.Html.QuerySelectorAll(".paging a")[0].TextContent.Should().Be("Latest");
        LinesOf(await manager.GetAsync("/gdpr/log?before=nonsense")).Select(Text).Should().Equal(LinesOf(first).Select(Text));
    }

    private async Task WriteAsNewerVersionAsync(int customer)
    {
        await using var scope = application.Services.CreateAsyncScope();
        var gdpr = scope.ServiceProvider.GetRequiredService<CrmDbContext>().Gdpr();
        var link = (await gdpr.Subjects.FindBySubjectAsync([SubjectId.Of(Crm.Gdpr.Crm.Customers, customer)], TestContext.Current.CancellationToken))[0];
        var stream = PersonHistory.StreamOf(link.Ref);
        var head = (await gdpr.Store.FindHeadsAsync([stream], TestContext.Current.CancellationToken))[0];
        var merged = new EntryType<PersonRemoved>("crm.person-merged/1", TestHistoryJson.Default.PersonRemoved);
        var entry = merged.Draft(new PersonRemoved(link.Ref)).Seal(stream, head.Version + 1, head.RecordedAt + Duration.FromMinutes(1));
        var written = await gdpr.Store.AppendAsync(
            AppendBatch.Of([new StreamAppend(head.Version, [entry], head with { Version = entry.Version, RecordedAt = entry.RecordedAt, FoldVersion = 2 })]),
            TestContext.Current.CancellationToken);
        written.Should().BeOfType<AppendResult.Appended>();
    }

    private static List<IElement> LinesOf(VisitedPage page) => [.. page.Html.QuerySelectorAll("table.log tbody tr")];

    private static List<string> HistoryOf(VisitedPage page) => [.. LinesOf(page).Select(line => Text(line.QuerySelector("td")!))];

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
