using GdprKit.Ledger;
using GdprKit.Samples.Application;
using GdprKit.Samples.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace GdprKit.Samples.Requests;

/// <summary>A manager erases a customer in a browser: without script, and looked at by a machine for who sees or hears it otherwise.</summary>
public sealed class ErasureBrowserTests(CrmApplication application, Chromium chromium) : IClassFixture<CrmApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [BrowserTheory]
    [InlineData("nl", 11, "Wijs toe", "Wijs het verzoek toe", "Wis de gegevens", "Geef opdracht om te wissen", "Iets met de hand gedaan", "Leg vast", "Brief aan de klant", "Je gegevens zijn gewist", "Bewijs van wissen, om af te drukken", "Het is uitgevoerd", "Rond het verzoek af", "Het verzoek is afgerond.")]
    [InlineData("en", 12, "Grant", "Grant the request", "Erase the data", "Order the erasure", "Something was done by hand", "Record it", "Letter to the customer", "Your data were erased", "Certificate of erasure, to print", "It was carried out", "Close the request", "The request is closed.")]
    public async Task On_a_phone_without_script_a_customer_is_erased_and_answered(
        string language, int customer, string grant, string granting, string erase, string erasing, string byHand, string recording, string letter, string title, string certificate, string fulfil, string closing, string closed)
    {
        var id = await application.ReceiveLetterAsync(customer, RightsRequestKind.Erasure);
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", language);
        await using var window = await chromium.OpenAsync(new WindowOptions { Width = 360, Height = 740, Language = language, JavaScript = false, Cookies = manager.Cookies });
        await window.GoToAsync($"{application.Address}/gdpr/requests/{id}");

        await DoAsync(window, grant, granting);
        await DoAsync(window, erase, erasing);
        await CarryOutAsync(id);
        await window.Page.ReloadAsync();
        while (await window.Page.Locator("#step-Erased").CountAsync() > 0)
        {
            await DoAsync(window, byHand, recording);
        }

        await window.Page.GetByText(letter, new() { Exact = true }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("#letter")).ToContainTextAsync(title);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = certificate })).ToBeVisibleAsync();
        await window.Page.GetByText(fulfil, new() { Exact = true }).ClickAsync();
        await window.Page.Locator("#step-Fulfil-text").FillAsync("A letter was sent.");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = closing }).ClickAsync();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(closed);
        (await application.FindRequestAsync(id)).Means.Should().Be(RightsFulfilmentMeans.Erased);
        window.ShouldHaveStayedQuietAt(application.Address);
    }

    [BrowserTheory]
    [InlineData("nl", 13, 1280, ColorScheme.Light)]
    [InlineData("en", 14, 360, ColorScheme.Dark)]
    public async Task Every_stage_of_it_can_be_used_by_everyone_and_fits_on_a_phone(string language, int customer, int width, ColorScheme colors)
    {
        var id = await application.ReceiveLetterAsync(customer, RightsRequestKind.Erasure);
        await ShouldBeUsableAsync(id, language, width, colors, "plan");
        await application.WithRequestsAsync(async requests => await requests.AcceptAsync(id, Operator.Parse("employee-2"), cancellationToken: Token));
        var order = await WithAsync(async services => await services.GetRequiredService<Erasures>().OrderForAsync(id, Operator.Parse("employee-2"), cancellationToken: Token));
        await CarryOutAsync(id);
        await ShouldBeUsableAsync(id, language, width, colors, "under way");
        foreach (var place in order.Places.Where(place => place.IsByHand))
        {
            await WithAsync(async services => await services.GetRequiredService<Erasures>().RecordAsync(id, new ErasurePlace(place.Kind, place.Key), Operator.Parse("employee-3"), cancellationToken: Token));
        }

        await ShouldBeUsableAsync(id, language, width, colors, "letter");
    }

    private async Task ShouldBeUsableAsync(EntryId id, string language, int width, ColorScheme colors, string stage)
    {
        using var manager = await application.CreateEmployeeAsync("Andrew Adams", language);
        await using var window = await chromium.OpenAsync(new WindowOptions { Width = width, Height = 740, Language = language, ColorScheme = colors, Cookies = manager.Cookies });
        await window.GoToAsync($"{application.Address}/gdpr/requests/{id}");
        (await window.Page.Locator("#letter").CountAsync()).Should().Be(stage is "letter" ? 1 : 0, stage);
        await window.Page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(part => part.open = true)");

        await window.Page.ShouldBeAccessibleAsync();
        await window.Page.ShouldHaveOrderlyHeadingsAsync();
        await window.Page.ShouldHaveLinksThatLandAsync();
        await window.Page.ShouldNotScrollSidewaysAsync();
        await window.Page.ShouldHaveNamedAndHeadedTablesAsync();
        window.ShouldHaveStayedQuietAt(application.Address);
    }

    private static async Task DoAsync(BrowserWindow window, string step, string button)
    {
        await window.Page.GetByText(step, new() { Exact = true }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }

    // The worker of the shop may be at it already; then it is asked again until that is done.
    private async Task CarryOutAsync(EntryId id)
    {
        while ((await WithAsync(async services => await services.GetRequiredService<Erasures>().FindAsync(id, Token)))!.Places.Any(place => !place.IsByHand && !place.HasAnswered))
        {
            Token.ThrowIfCancellationRequested();
            await WithAsync(async services => await services.GetRequiredService<ErasureRunner>().RunAsync(Token));
        }
    }

    private async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = application.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}
