using System.IO.Compression;
using System.Net;
using GdprKit.Ledger;
using GdprKit.Samples.Application;
using GdprKit.Samples.Consent;
using GdprKit.Samples.Crm.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace GdprKit.Samples.Requests;

/// <summary>The copy of their data reaches customers: by mail, and in their privacy centre. These tests have a shop of their own; it is 23 December 2025.</summary>
public sealed class CopyOfDataTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    private static readonly Operator Employee = Operator.Parse("employee-3");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(5, RightsRequestKind.Access)]
    [InlineData(6, RightsRequestKind.Portability)]
    public async Task An_employee_mails_a_link_by_which_the_customer_fetches_the_copy_and_that_closes_the_request(int customer, RightsRequestKind kind)
    {
        var id = await GrantAsync(customer, kind);
        using var agent = await application.CreateEmployeeAsync("Jane Peacock", "en");
        var page = await agent.GetAsync($"/gdpr/requests/{id}");

        var answer = await agent.SubmitAsync(page, "#step-Copy form");

        answer.Status.Should().Be(HttpStatusCode.Redirect);
        (await agent.GetAsync($"/gdpr/requests/{id}")).Html.QuerySelector("[role=status]")!.TextContent.Should().Be("The copy was made and the link was mailed. The request is closed.");
        var request = await application.FindRequestAsync(id);
        (request.Status, request.Means, request.Export!.FetchedOn).Should().Be((RightsRequestStatus.Fulfilled, RightsFulfilmentMeans.Export, null));
        var mail = await MimeMessage.LoadAsync(Path.Combine(application.MailsPath, $"copy-{request.Export.Id}.eml"), Token);
        mail.To.Mailboxes.Should().ContainSingle().Which.Address.Should().Be((await CustomerAsync(customer)).Email);
        using var visitor = application.CreateVisitor("en");
        var offered = await visitor.GetAsync(LinkIn(mail));
        (await application.FindRequestAsync(id)).Export!.FetchedOn.Should().BeNull("a mail gateway opens every link");
        var names = await FetchAsync(visitor, offered);

        names.Should().Contain("index.html");
        (await application.FindRequestAsync(id)).Export!.FetchedOn.Should().NotBeNull();
        var centre = await visitor.GetAsync(await application.CentreOfAsync(customer));
        centre.Html.QuerySelector($"#request-{id}")!.TextContent.Should().ContainAll("Done.", "works until 6 Jan 2026, 10:00", "Fetched on 23 December 2025");
    }

    [Fact]
    public async Task In_the_privacy_centre_it_is_fetched_as_soon_as_it_is_granted_and_only_by_whose_it_is()
    {
        var (waiting, mine, theirs) = (await application.ReceiveLetterAsync(7), await GrantAsync(7, RightsRequestKind.Portability), await GrantAsync(8, RightsRequestKind.Access));
        using var visitor = application.CreateVisitor("nl");
        var address = await application.CentreOfAsync(7);
        var page = await visitor.GetAsync(address);
        page.Html.QuerySelectorAll("form[action*='Fetch'] input[name=request]").Select(input => input.GetAttribute("value")).Should().Equal($"{mine}");

        (await visitor.SubmitAsync(page, "form[action*='Fetch']", new Dictionary<string, string> { ["request"] = $"{theirs}" })).Status.Should().Be(HttpStatusCode.NotFound);
        var early = await visitor.SubmitAsync(page, "form[action*='Fetch']", new Dictionary<string, string> { ["request"] = $"{waiting}" });
        early.Html.QuerySelector($"#request-{waiting} .error")!.TextContent.Should().Be("De kopie kon niet worden gemaakt. Probeer het later nog eens, of bel ons.");
        var answer = await visitor.SubmitAsync(page, "form[action*='Fetch']", new Dictionary<string, string> { ["request"] = $"{mine}" });

        answer.Location.Should().StartWith("/privacy/export/");
        (await FetchAsync(visitor, await visitor.GetAsync(answer.Location!))).Should().Contain("index.html");
        var request = await application.FindRequestAsync(mine);
        (request.Status, request.Means).Should().Be((RightsRequestStatus.Fulfilled, RightsFulfilmentMeans.Export));
        (await application.HistoryOfAsync(mine))[^2].By.Should().Be("privacy-centre");
        ((await application.FindRequestAsync(theirs)).Status, (await application.FindRequestAsync(waiting)).Status).Should().Be((RightsRequestStatus.Accepted, RightsRequestStatus.Received));
        var again = await visitor.SubmitAsync(page, "form[action*='Fetch']", new Dictionary<string, string> { ["request"] = $"{mine}" });
        again.Html.QuerySelector($"#request-{mine} .error").Should().NotBeNull("it is closed");
    }

    [Fact]
    public async Task Without_an_address_the_request_stays_open_and_the_employee_reads_what_to_do()
    {
        var id = await GrantAsync(9, RightsRequestKind.Access);
        await using (var scope = application.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<CrmDbContext>().Customers.Where(c => c.CustomerId == 9).ExecuteUpdateAsync(set => set.SetProperty(c => c.Email, "no address"), Token);
        }

        using var agent = await application.CreateEmployeeAsync("Jane Peacock", "nl");
        var answer = await agent.SubmitAsync(await agent.GetAsync($"/gdpr/requests/{id}"), "#step-Copy form");

        answer.Html.QuerySelector(".faults")!.TextContent.Should().Contain("heeft geen mailadres waar de link heen kan");
        ((await application.FindRequestAsync(id)).Status, (await application.FindRequestAsync(id)).Export).Should().Be((RightsRequestStatus.Accepted, null));
    }

    private async Task<EntryId> GrantAsync(int customer, RightsRequestKind kind)
    {
        var id = await application.ReceiveLetterAsync(customer, kind);
        await application.WithRequestsAsync(async requests => await requests.AcceptAsync(id, Employee, cancellationToken: Token));
        return id;
    }

    private async Task<Customer> CustomerAsync(int number)
    {
        await using var scope = application.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CrmDbContext>().Customers.AsNoTracking().SingleAsync(c => c.CustomerId == number, Token);
    }

    private static string LinkIn(MimeMessage mail) => new Uri(mail.TextBody!.Split(['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries).Single(word => word.Contains("/privacy/export/", StringComparison.Ordinal))).PathAndQuery;

    /// <summary>Presses the button of the page, and gives the names of the files that come.</summary>
    private static async Task<IEnumerable<string>> FetchAsync(Visitor visitor, VisitedPage page)
    {
        page.Html.QuerySelectorAll("form[method=post] button").Should().ContainSingle();
        var archive = await visitor.DownloadAsync(page, "form[method=post]");
        using var zip = new ZipArchive(new MemoryStream(archive));
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }
}
