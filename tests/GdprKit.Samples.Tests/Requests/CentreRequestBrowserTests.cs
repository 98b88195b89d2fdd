using GdprKit.Samples.Application;
using GdprKit.Samples.Browser;
using GdprKit.Samples.Consent;
using Microsoft.Playwright;

namespace GdprKit.Samples.Requests;

/// <summary>Asking in a browser: on a phone without script, and looked at by a machine for who sees or hears it otherwise.</summary>
public sealed class CentreRequestBrowserTests(CrmApplication application, Chromium chromium) : IClassFixture<CrmApplication>
{
    [BrowserTheory]
    [InlineData("nl", 31, "Mijn gegevens wissen", "Vraag dit Mijn gegevens wissen", "Antwoord", "Trek in Gegevens wissen", "Ingetrokken.")]
    [InlineData("en", 32, "Erase my data", "Ask this Erase my data", "Answer", "Take back Erase data", "Taken back.")]
    public async Task On_a_phone_without_script_a_customer_asks_answers_a_question_and_takes_it_back(
        string language, int customer, string right, string ask, string reply, string takeBack, string state)
    {
        await using var window = await chromium.OpenAsync(new WindowOptions { Width = 360, Height = 740, Language = language, JavaScript = false });
        await window.GoToAsync(application.Address + await application.CentreOfAsync(customer));

        await window.Page.GetByText(right, new() { Exact = true }).First.ClickAsync();
        await window.Page.Locator("#erasure textarea").FillAsync("All of it.");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = ask }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("2026");
        var id = (await application.RequestsOfAsync(customer)).Single().Id;
        await application.WithRequestsAsync(async requests => await requests.AskClarificationAsync(id, Operator.Parse("employee-3"), "Your account too?", cancellationToken: TestContext.Current.CancellationToken));
        await window.Page.ReloadAsync();
        await window.Page.Locator($"#request-{id} textarea").FillAsync("Yes.");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = reply, Exact = true }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = takeBack }).ClickAsync();

        await Assertions.Expect(window.Page.Locator($"#request-{id} .mark")).ToHaveTextAsync(state);
        window.ShouldHaveStayedQuietAt(application.Address);
    }

    [BrowserTheory]
    [InlineData("nl", 1280, ColorScheme.Light)]
    [InlineData("en", 360, ColorScheme.Dark)]
    [InlineData("nl", 360, ColorScheme.Light)]
    public async Task Asking_can_be_used_by_everyone_and_fits_on_a_phone(string language, int width, ColorScheme colors)
    {
        var customer = 33 + (width == 360 ? 1 : 0) + (language == "nl" ? 2 : 0);
        var id = await application.ReceiveLetterAsync(customer, RightsRequestKind.Portability);
        await application.ReceiveLetterAsync(customer, RightsRequestKind.Erasure);
        var granted = await application.ReceiveLetterAsync(customer);
        await application.WithRequestsAsync(async requests => await requests.AcceptAsync(granted, Operator.Parse("employee-2"), cancellationToken: TestContext.Current.CancellationToken));
        await application.WithRequestsAsync(async requests => await requests.AskClarificationAsync(id, Operator.Parse("employee-3"), "Of which year?", cancellationToken: TestContext.Current.CancellationToken));
        foreach (var address in new[] { await application.CentreOfAsync(customer), "/privacy-rights", "/privacy-rights?asked=true&right=erasure" })
        {
            await using var window = await chromium.OpenAsync(new WindowOptions { Width = width, Height = 740, Language = language, ColorScheme = colors });
            await window.GoToAsync(application.Address + address);
            await window.Page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(part => part.open = true)");

            await window.Page.ShouldBeAccessibleAsync();
            await window.Page.ShouldHaveOrderlyHeadingsAsync();
            await window.Page.ShouldHaveLinksThatLandAsync();
            await window.Page.ShouldNotScrollSidewaysAsync();
            window.ShouldHaveStayedQuietAt(application.Address);
        }
    }

    [BrowserFact]
    public async Task A_link_to_a_right_opens_it()
    {
        await using var window = await chromium.OpenAsync(new WindowOptions { Language = "en" });

        await window.Page.GotoAsync($"{application.Address}{await application.CentreOfAsync(40)}#erasure");

        await Assertions.Expect(window.Page.Locator("#erasure textarea")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator("#portability textarea")).ToBeHiddenAsync();
    }
}
