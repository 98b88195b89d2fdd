using System.Net;
using System.Text;
using GdprKit.Ledger;
using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Samples.Requests;

/// <summary>A customer of the shop asks to be erased. These tests have a shop of their own; it is 23 December 2025.</summary>
public sealed class ErasurePageTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nl", 5, "Gaat nu", "De wet eist dat we ze bewaren", "Je gegevens zijn gewist", "binnen zes weken", "Bewijs van wissen")]
    [InlineData("en", 6, "Goes now", "The law demands that we keep them", "Your data were erased", "within six weeks", "Certificate of erasure")]
    public async Task A_manager_sees_the_plan_orders_the_erasure_and_gets_the_letter(string language, int customer, string now, string law, string title, string court, string certificate)
    {
        var id = await application.ReceiveLetterAsync(customer, RightsRequestKind.Erasure);
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", language);
        var page = await manager.GetAsync($"/gdpr/requests/{id}");
        page.Html.QuerySelector("section[aria-labelledby=erasure]")!.TextContent.Should().ContainAll(now, law);
        page.Html.QuerySelector("#step-Erase").Should().BeNull("it is not granted yet");

        await PostAsync(manager, id, "Accept");
        (await PostAsync(manager, id, "Erase")).Should().Be(HttpStatusCode.Redirect);
        await CarryOutAsync(id);
        (await WithAsync(services => services.GetRequiredService<CrmDbContext>().Customers.Where(each => each.CustomerId == customer).Select(each => each.Phone).SingleAsync(Token))).Should().BeNull("no law demands it");

        (await manager.GetAsync($"/gdpr/requests/{id}")).Html.QuerySelector("#step-Fulfil").Should().BeNull("not everybody has answered");
        (await manager.GetAsync($"/gdpr/requests/{id}?handler=Certificate")).Status.Should().Be(HttpStatusCode.NotFound, "nobody knows yet what to certify");
        foreach (var place in (await FindAsync(id))!.Places.Where(place => place.IsByHand).Select(place => $"{place.Kind}/{place.Key}"))
        {
            (await PostAsync(manager, id, "Erased", place)).Should().Be(HttpStatusCode.Redirect);
        }

        page = await manager.GetAsync($"/gdpr/requests/{id}");
        page.Html.QuerySelector("#letter")!.TextContent.Should().ContainAll(title, court);
        await ShouldCertifyAsync(manager, page, certificate);
        (await PostAsync(manager, id, "Fulfil", text: "We sent a letter.")).Should().Be(HttpStatusCode.Redirect);
        (await application.FindRequestAsync(id)).Should().BeEquivalentTo(new { Status = RightsRequestStatus.Fulfilled, Means = RightsFulfilmentMeans.Erased });
    }

    [Fact]
    public async Task Who_only_handles_requests_cannot_order_an_erasure()
    {
        var id = await application.ReceiveLetterAsync(7, RightsRequestKind.Erasure);
        await application.WithRequestsAsync(async requests => await requests.AcceptAsync(id, Operator.Parse("employee-6"), cancellationToken: Token));
        using var seller = await application.CreateEmployeeAsync("Jane Peacock", "en");

        (await seller.GetAsync($"/gdpr/requests/{id}")).Html.QuerySelector("#step-Erase").Should().BeNull();
        (await PostAsync(seller, id, "Erase")).Should().Be(HttpStatusCode.Forbidden);
        (await FindAsync(id)).Should().BeNull();
    }

    [Fact]
    public async Task An_erasure_that_was_ended_can_be_ordered_again_or_answered_without()
    {
        var id = await application.ReceiveLetterAsync(8, RightsRequestKind.Erasure);
        await application.WithRequestsAsync(async requests => await requests.AcceptAsync(id, Operator.Parse("employee-2"), cancellationToken: Token));
        await WithAsync(async services => await services.GetRequiredService<Erasures>().OrderForAsync(id, Operator.Parse("employee-2"), cancellationToken: Token));
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        var page = await manager.GetAsync($"/gdpr/requests/{id}");
        (page.Html.QuerySelector("#step-Erase"), page.Html.QuerySelector("#step-Fulfil")).Should().Be((null, null));
        await WithAsync(async services => await services.GetRequiredService<Erasures>().EndAsync(id, Operator.Parse("employee-2"), Token));

        page = await manager.GetAsync($"/gdpr/requests/{id}");
        page.Html.QuerySelector("section[aria-labelledby=erasure]")!.TextContent.Should().ContainAll("What is erased", "The erasure was ended.");
        page.Html.QuerySelector("#step-Erase").Should().NotBeNull();
        page.Html.QuerySelector("#step-Fulfil").Should().NotBeNull();
        (await PostAsync(manager, id, "Erase")).Should().Be(HttpStatusCode.Redirect);
        (await FindAsync(id))!.IsUnderWay.Should().BeTrue();
        await WithAsync(async services => await services.GetRequiredService<Erasures>().EndAsync(id, Operator.Parse("employee-2"), Token));
        (await PostAsync(manager, id, "Fulfil", text: "You are a customer again.")).Should().Be(HttpStatusCode.Redirect);
        (await application.FindRequestAsync(id)).Should().BeEquivalentTo(new { Status = RightsRequestStatus.Fulfilled, Means = RightsFulfilmentMeans.ByHand });
    }

    private async Task ShouldCertifyAsync(Visitor manager, VisitedPage page, string title)
    {
        (await manager.GetAsync(page.Html.QuerySelector("#certificate")!.GetAttribute("href")!)).Html.QuerySelector("h1")!.TextContent.Should().Be(title);
        var json = await manager.GetAsync(page.Html.QuerySelector("#certificate-json")!.GetAttribute("href")!);
        var tip = (await WithAsync(async services => await services.GetRequiredService<ILedgerLog>().ReadTipAsync(Token)))!;
        var certificate = ErasureCertificate.FromJson(Encoding.UTF8.GetBytes(json.Html.Body!.TextContent));
        certificate.Verify(tip.Ledger, new CheckpointClaim(tip.Tree.Size, tip.Tree.Root), await WithAsync(async services =>
            await new MerkleProofs(services.GetRequiredService<ILedgerLog>()).ProveConsistencyAsync(certificate.Size, tip.Tree.Size, Token))).Should().BeEmpty();
    }

    // The worker of the shop may be at it already; then it is asked again until that is done.
    private async Task CarryOutAsync(EntryId id)
    {
        while ((await FindAsync(id))!.Places.Any(place => !place.IsByHand && !place.HasAnswered))
        {
            Token.ThrowIfCancellationRequested();
            await WithAsync(async services => await services.GetRequiredService<ErasureRunner>().RunAsync(Token));
        }
    }

    private Task<ErasureOrder?> FindAsync(EntryId id) => WithAsync(async services => await services.GetRequiredService<Erasures>().FindAsync(id, Token));

    private async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = application.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private static async Task<HttpStatusCode> PostAsync(Visitor employee, EntryId id, string step, string? choice = null, string? text = null)
    {
        var page = await employee.GetAsync($"/gdpr/requests/{id}");
        var answer = await employee.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/gdpr/requests/{id}")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
                ["Form.Step"] = step,
                ["Form.Seen"] = page.Html.QuerySelector("input[name='Form.Seen']")!.GetAttribute("value")!,
                ["Form.Choice"] = choice ?? "",
                ["Form.Text"] = text ?? "",
            }),
        });
        return answer.Status;
    }
}
