using System.Net;
using GdprKit.Samples.Application;
using NodaTime;

namespace GdprKit.Samples.Requests;

/// <summary>Employees handle what people asked. These tests have a shop of their own; it is 23 December 2025.</summary>
public sealed class RequestPageTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    private static readonly LocalDate Today = new(2025, 12, 23);

    [Theory]
    [InlineData("Laura Callahan", false, false)]
    [InlineData("Jane Peacock", true, false)]
    [InlineData("Nancy Edwards", true, true)]
    public async Task Who_may_see_handle_and_decide_requests_is_told_apart(string name, bool handles, bool decides)
    {
        var id = await application.ReceiveLetterAsync(20);
        using var employee = await application.CreateEmployeeAsync(name, "en");

        var list = await employee.GetAsync("/gdpr/requests");
        list.Status.Should().Be(HttpStatusCode.OK);
        list.Main.Contains("This page is for who handles requests", StringComparison.Ordinal).Should().Be(!handles);
        (list.Html.QuerySelector($"main a[href='/gdpr/requests/{id}']") is not null).Should().Be(handles);
        ((await employee.GetAsync("/dashboard")).Html.QuerySelector(".figures a[href='/gdpr/requests']") is not null).Should().Be(handles);
        (await employee.GetAsync("/gdpr/requests/calendar?month=2026-01")).Html.QuerySelectorAll("main table").Should().HaveCount(handles ? 1 : 0);
        (await employee.GetAsync("/gdpr/requests/new")).Status.Should().Be(handles ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
        var file = await employee.GetAsync($"/gdpr/requests/{id}");
        file.Status.Should().Be(handles ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
        (file.Html.QuerySelector("#step-Accept") is not null).Should().Be(decides);
        (file.Html.QuerySelector("#step-Ask") is not null).Should().Be(handles);
        if (!handles)
        {
            file.Html.DocumentElement.TextContent.Should().NotContain("What do you have of me?");
            (await application.HistoryOfAsync(id)).Should().HaveCount(1, "who is not let in opened nothing");
        }
    }

    [Theory]
    [InlineData("Laura Callahan", "Ask")]
    [InlineData("Jane Peacock", "Accept")]
    [InlineData("Jane Peacock", "Refuse")]
    [InlineData("Jane Peacock", "RefuseInPart")]
    [InlineData("Nancy Edwards", "Reopen")]
    public async Task A_form_is_refused_that_was_made_for_somebody_else(string name, string step)
    {
        var id = await application.ReceiveLetterAsync(21);
        using var general = await application.CreateEmployeeAsync("Andrew Adams", "en");
        var page = await general.GetAsync($"/gdpr/requests/{id}");
        using var employee = await application.CreateEmployeeAsync(name, "en");
        var mine = await employee.GetAsync("/dashboard");
        var token = mine.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await employee.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/gdpr/requests/{id}")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["Form.Step"] = step,
                ["Form.Seen"] = page.Html.QuerySelector("input[name='Form.Seen']")!.GetAttribute("value")!,
                ["Form.Text"] = "Because.",
                ["Form.Choice"] = "Excessive",
            }),
        });

        answer.Status.Should().Be(HttpStatusCode.Forbidden);
        (await application.FindRequestAsync(id)).Status.Should().Be(RightsRequestStatus.Received);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var id = await application.ReceiveLetterAsync(21);
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");

        foreach (var address in new[] { $"/gdpr/requests/{id}", "/gdpr/requests/new" })
        {
            var answer = await manager.SendAsync(new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Form.Step"] = "Accept" }),
            });
            answer.Status.Should().Be(HttpStatusCode.BadRequest);
        }

        (await application.FindRequestAsync(id)).Status.Should().Be(RightsRequestStatus.Received);
    }

    [Theory]
    [InlineData("en", "Access", "A letter", "The request was recorded.", "Received")]
    [InlineData("nl", "Inzage", "Een brief", "Het verzoek is vastgelegd.", "Ontvangen")]
    public async Task A_letter_is_entered_found_to_be_a_customers_asked_about_granted_and_answered(string language, string title, string words, string saved, string received)
    {
        var customer = language == "en" ? 22 : 23;
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", language);
        var form = await manager.GetAsync("/gdpr/requests/new");
        var filled = new Dictionary<string, string> { ["Form.What"] = "access", ["Form.Through"] = "Letter", ["Form.ReceivedOn"] = "2025-12-19", ["Form.Words"] = words, ["Form.Address"] = "Kettle Lane 12" };
        var answer = await manager.SubmitAsync(form, "main form", filled, "main button");
        var again = await manager.SubmitAsync(form, "main form", filled, "main button");
        again.Location.Should().Be(answer.Location, "what is sent twice is one request");

        var file = await manager.GetAsync(answer.Location!);
        file.Heading.Should().Be(title);
        file.Html.QuerySelector("[role=status]")!.TextContent.Should().Be(saved);
        file.Main.Should().Contain(words).And.Contain("Kettle Lane 12").And.Contain(received);
        file.Headers.CacheControl!.NoStore.Should().BeTrue();
        var found = await manager.GetAsync($"{answer.Location}?q={(customer == 22 ? "Heather" : "John+Gordon")}");
        await StepAsync(manager, found, $"form:has(button[value='{customer}'])", [], $"button[value='{customer}']");
        var request = (await application.RequestsOfAsync(customer)).Should().ContainSingle().Subject;
        (request.ReceivedOn, request.NominalDue).Should().Be((new LocalDate(2025, 12, 19), new LocalDate(2026, 1, 19)));

        await StepAsync(manager, answer.Location!, "Ask", new() { ["Form.Text"] = "Which year?" });
        (await application.FindRequestAsync(request.Id)).IsWaiting.Should().BeTrue();
        await StepAsync(manager, answer.Location!, "Answered", new() { ["Form.Text"] = "All of them." });
        await StepAsync(manager, answer.Location!, "Accept", []);
        await StepAsync(manager, answer.Location!, "Fulfil", new() { ["Form.Text"] = "We sent a copy." });

        (await application.FindRequestAsync(request.Id)).Status.Should().Be(RightsRequestStatus.Fulfilled);
        (await manager.GetAsync("/gdpr/requests?view=closed")).Html.QuerySelector($"main a[href='/gdpr/requests/{request.Id}']").Should().NotBeNull();
        (await manager.GetAsync("/gdpr/requests")).Html.QuerySelector($"main a[href='/gdpr/requests/{request.Id}']").Should().BeNull();
        var history = (await manager.GetAsync(answer.Location!)).Html.QuerySelector("table.log")!.TextContent;
        history.Should().ContainAll("Which year?", "All of them.", "We sent a copy.", "Nancy Edwards");
    }

    [Fact]
    public async Task Who_may_set_a_decision_aside_opens_it_again_and_the_reason_stays_in_the_house()
    {
        var id = await application.ReceiveLetterAsync(24, RightsRequestKind.Erasure);
        using var general = await application.CreateEmployeeAsync("Andrew Adams", "en");
        var address = $"/gdpr/requests/{id}";
        var grounds = (await general.GetAsync(address)).Html.QuerySelectorAll("#step-Refuse option").Select(option => option.GetAttribute("value")!);
        grounds.Should().Equal(RightsRequestGrounds.For(RightsRequestKind.Erasure).Select(ground => ground.ToString()));
        await StepAsync(general, address, "Refuse", new() { ["Form.Choice"] = "LegalObligation", ["Form.Text"] = "Tax law." });

        await StepAsync(general, address, "Reopen", new() { ["Form.Text"] = "Only the invoices have to stay." });

        (await application.FindRequestAsync(id)).Status.Should().Be(RightsRequestStatus.Received);
        var read = (await application.HistoryOfAsync(id, RightsRequestReader.Person)).SelectMany(step => step.Texts.Select(text => text.Text));
        read.Should().Contain("Tax law.").And.NotContain("Only the invoices have to stay.");
    }

    [Theory]
    [InlineData("Refuse", "Form.Text", "", "text", "GDPR1511")]
    [InlineData("Ask", "Form.Day", "2026-01-01", "day", "GDPR1514")]
    [InlineData("Ask", "Form.Day", "not a day", "day", "This is no day")]
    [InlineData("Extend", "Form.Day", "2025-12-23", "day", "GDPR1520")]
    public async Task What_is_refused_is_said_at_the_field_with_what_to_do_and_changes_nothing(string step, string name, string value, string field, string fault)
    {
        var id = await application.ReceiveLetterAsync(25, on: Today.PlusDays(-50));
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        var before = await application.FindRequestAsync(id);
        var values = new Dictionary<string, string> { ["Form.Text"] = "Something to say.", [name] = value };

        var page = await manager.SubmitAsync(await manager.GetAsync($"/gdpr/requests/{id}"), $"#step-{step} form", values);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Html.QuerySelector($"#step-{step}[open] #step-{step}-{field}-error")!.TextContent.Should().Contain(fault);
        page.Html.QuerySelector($".faults a[href='#step-{step}-{field}']")!.TextContent.Should().Contain(fault);
        page.Html.Title.Should().StartWith("Error:");
        if (name != "Form.Text")
        {
            page.Html.QuerySelector($"#step-{step}-text")!.TextContent.Should().Contain("Something to say.", "what was filled in stays");
        }

        (await application.FindRequestAsync(id)).Status.Should().Be(before.Status);
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_is_told_what_it_has_become()
    {
        var id = await application.ReceiveLetterAsync(26);
        using var first = await application.CreateEmployeeAsync("Andrew Adams", "en");
        using var second = await application.CreateEmployeeAsync("Nancy Edwards", "nl");
        var (mine, hers) = (await first.GetAsync($"/gdpr/requests/{id}"), await second.GetAsync($"/gdpr/requests/{id}"));

        (await first.SubmitAsync(mine, "#step-Refuse form", new Dictionary<string, string> { ["Form.Choice"] = "Excessive", ["Form.Text"] = "The tenth this week." })).Status.Should().Be(HttpStatusCode.Redirect);
        var told = await second.SubmitAsync(hers, "#step-Accept form");

        told.Status.Should().Be(HttpStatusCode.Conflict);
        told.Html.QuerySelector(".faults")!.TextContent.Should().Contain("Een collega was je voor. Het verzoek is nu: Afgewezen.");
        (await application.FindRequestAsync(id)).Status.Should().Be(RightsRequestStatus.Refused);
    }

    [Fact]
    public async Task Opening_a_file_is_recorded_once_a_day_for_each_employee()
    {
        var id = await application.ReceiveLetterAsync(27);
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        using var agent = await application.CreateEmployeeAsync("Jane Peacock", "en");
        for (var time = 0; time < 2; time++)
        {
            await manager.GetAsync($"/gdpr/requests/{id}");
            await agent.GetAsync($"/gdpr/requests/{id}");
        }

        (await application.HistoryOfAsync(id)).Skip(1).Select(step => step.By).Should().Equal("employee-2", "employee-3");
        var read = await application.HistoryOfAsync(id, RightsRequestReader.Person);
        read[1].Sentence.Should().Be("A member of staff of Chinook Muziek B.V. looked at the request on 23 December 2025.");
    }

    [Theory]
    [InlineData("/gdpr/requests/nothing")]
    [InlineData("/gdpr/requests/0192f0c0-0000-7000-8000-000000000000")]
    public async Task A_request_that_is_not_there_is_said_to_be(string address)
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");

        (await manager.GetAsync(address)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_calendar_shows_the_day_to_aim_at_and_the_last_day_and_the_file_says_why()
    {
        // A month later it is Sunday 28 December.
        var id = await application.ReceiveLetterAsync(28, RightsRequestKind.Portability, new LocalDate(2025, 11, 28));
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");

        var page = await manager.GetAsync("/gdpr/requests/calendar?month=2025-12");

        string[] MarksOn(string day) =>
            [.. page.Html.QuerySelectorAll($"td:has(time[datetime='{day}']) li").Where(mark => mark.QuerySelector($"a[href='/gdpr/requests/{id}']") is not null).Select(mark => mark.QuerySelector("small:last-child")!.TextContent)];
        MarksOn("2025-12-28").Should().Equal("Day to aim at");
        MarksOn("2025-12-29").Should().Equal("Last day");
        page.Html.QuerySelectorAll("tbody tr").Should().HaveCount(5);
        page.Html.QuerySelectorAll("tbody tr td:first-of-type time").Select(time => time.GetAttribute("datetime")).Should().StartWith("2025-12-01");
        (await manager.GetAsync($"/gdpr/requests/{id}")).Main.Should().ContainAll(
            "aim at 28 December 2025", "28 December 2025 is a Sunday, so the last day is the next working day: 29 December 2025 (Regulation 1182/71, Art. 3(4); holidays of NL).");
        (await manager.GetAsync("/gdpr/requests/calendar?month=nonsense")).Heading.Should().Be("Requests in December 2025");
    }

    [Fact]
    public async Task What_is_late_stands_in_its_list_and_on_the_dashboard()
    {
        var id = await application.ReceiveLetterAsync(29, on: Today.PlusDays(-60));
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");

        var page = await manager.GetAsync("/gdpr/requests?view=overdue");

        page.Html.QuerySelector($"tr:has(a[href='/gdpr/requests/{id}']) .heed")!.TextContent.Should().Be("Overdue");
        page.Html.QuerySelector("main .warning")!.TextContent.Should().Contain("Answer now.");
        (await manager.GetAsync("/dashboard")).Html.QuerySelector(".figures a[href='/gdpr/requests']")!.TextContent.Should().Contain("overdue:");
    }

    [Fact]
    public async Task A_second_request_for_the_same_is_handled_with_the_first()
    {
        var (earlier, later) = (await application.ReceiveLetterAsync(30, on: Today.PlusDays(-3)), await application.ReceiveLetterAsync(30));
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        (await manager.GetAsync($"/gdpr/requests/{earlier}")).Html.QuerySelector("#step-Merge").Should().BeNull("the later one is merged into the earlier one");

        await StepAsync(manager, $"/gdpr/requests/{later}", "Merge", new() { ["Form.Choice"] = earlier.ToString() });

        (await application.FindRequestAsync(later)).MergedInto.Should().Be(earlier);
        (await manager.GetAsync($"/gdpr/requests/{later}")).Html.QuerySelector($"main .facts a[href='/gdpr/requests/{earlier}']").Should().NotBeNull();
    }

    [Fact]
    public async Task Who_it_is_can_be_asked_only_of_who_did_not_show_it()
    {
        var id = await application.ReceiveLetterAsync(31);
        using var agent = await application.CreateEmployeeAsync("Jane Peacock", "en");
        await StepAsync(agent, $"/gdpr/requests/{id}", "Doubt", new() { ["Form.Text"] = "Another name." });
        (await application.FindRequestAsync(id)).Status.Should().Be(RightsRequestStatus.IdentityAsked);
        (await agent.GetAsync($"/gdpr/requests/{id}")).Html.QuerySelector("#step-Doubt").Should().BeNull();

        await StepAsync(agent, $"/gdpr/requests/{id}", "Identified", []);

        (await application.FindRequestAsync(id)).IsIdentityConfirmed.Should().BeTrue();
        (await agent.GetAsync($"/gdpr/requests/{id}")).Html.QuerySelector("#step-Doubt").Should().BeNull("it was shown");
    }

    [Theory]
    [InlineData("Form.ReceivedOn", "2026-01-01", "#received-error", "GDPR1506")]
    [InlineData("Form.Words", "long", "#words-error", "GDPR1512")]
    [InlineData("Form.Address", "long", "#address-error", "GDPR1512")]
    public async Task An_entry_that_cannot_be_is_said_at_its_field_and_records_nothing(string name, string value, string error, string fault)
    {
        using var agent = await application.CreateEmployeeAsync("Jane Peacock", "en");
        var form = await agent.GetAsync("/gdpr/requests/new?customer=32");
        form.Main.Should().Contain("Aaron Mitchell");

        var page = await agent.SubmitAsync(
            form, "main form", new Dictionary<string, string> { ["Form.What"] = "access", ["Form.Through"] = "Phone", [name] = value == "long" ? new string('a', 4001) : value }, "main button");

        page.Html.QuerySelector(error)!.TextContent.Should().Contain(fault);
        (await application.RequestsOfAsync(32)).Should().BeEmpty();
    }

    private static async Task StepAsync(Visitor employee, string address, string step, Dictionary<string, string> values) =>
        await StepAsync(employee, await employee.GetAsync(address), $"#step-{step} form", values);

    private static async Task StepAsync(Visitor employee, VisitedPage page, string form, Dictionary<string, string> values, string button = "button") =>
        (await employee.SubmitAsync(page, form, values, button)).Status.Should().Be(HttpStatusCode.Redirect);
}
