using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Shows operators who was told of which version of the notice, and hands it over as a file while it is read. Changes nothing.</summary>
internal static class ReportEndpoints
{
    private const int PeopleOnPage = 200;

    public static void Map(IEndpointRouteBuilder group)
    {
        Map(group, "told", ListAsync);
        Map(group, "told/obtained.csv", ListObtainedAsync);
        Map(group, "told/{version}", ShowAsync);
        Map(group, "told/{version}.{format}", DownloadAsync);
        Map(group, "told/{version}/letters.csv", ListLettersAsync);
    }

    private static void Map(IEndpointRouteBuilder group, string pattern, Func<HttpContext, Language, Task<IResult>> answer) =>
        OperatorPage.Map(group, pattern, GdprKitPolicies.ViewNotices, (context, language) =>
            LedgerPage.AnswerAsync(context, language, ReportPage.NoLedger, () => answer(context, language)));

    private static async Task<IResult> ListAsync(HttpContext context, Language language)
    {
        var services = context.RequestServices;
        var page = Page(services, language);
        var told = new List<(NoticeVersion, CampaignReport)>();
        foreach (var audience in NoticeAudience.AllOf(services.GetRequiredService<ProcessingRegister>()))
        {
            foreach (var version in await services.GetRequiredService<NoticeVersions>().ListAsync(audience, context.RequestAborted).ConfigureAwait(false))
            {
                if (version.TellsOf == version.Digest)
                {
                    told.Add((version, await services.GetRequiredService<NoticeCampaigns>().ReportAsync(version, context.RequestAborted).ConfigureAwait(false)));
                }
            }
        }

        return OperatorPage.Of(page.List(told, await services.GetRequiredService<ObtainedPeople>().ReportAsync(context.RequestAborted).ConfigureAwait(false)));
    }

    private static Task<IResult> ListObtainedAsync(HttpContext context, Language language)
    {
        var obtained = context.RequestServices.GetRequiredService<ObtainedPeople>();
        return Task.FromResult(Results.Stream(output => obtained.WriteCsvAsync(output, language, context.RequestAborted).AsTask(), "text/csv; charset=utf-8", "obtained.csv"));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Language language)
    {
        var services = context.RequestServices;
        if (await FindAsync(context).ConfigureAwait(false) is not { } version)
        {
            return NoSuchVersion();
        }

        var statuses = Statuses(context.Request);
        var report = await services.GetRequiredService<NoticeCampaigns>().ReportAsync(version, context.RequestAborted).ConfigureAwait(false);
        var people = new List<ToldPerson>();
        await foreach (var person in services.GetRequiredService<NoticeReports>().ReadAsync(version, statuses, context.RequestAborted).ConfigureAwait(false))
        {
            people.Add(person);
            if (people.Count > PeopleOnPage)
            {
                break;
            }
        }

        return OperatorPage.Of(Page(services, language).Show(version, report, statuses, people.Take(PeopleOnPage), isAll: people.Count <= PeopleOnPage));
    }

    private static async Task<IResult> DownloadAsync(HttpContext context, Language language)
    {
        if (await FindAsync(context).ConfigureAwait(false) is not { } version)
        {
            return NoSuchVersion();
        }

        var reports = context.RequestServices.GetRequiredService<NoticeReports>();
        var (statuses, token) = (Statuses(context.Request), context.RequestAborted);
        return context.Request.RouteValues["format"] switch
        {
            "csv" => Results.Stream(output => reports.WriteCsvAsync(output, version, language, statuses, token).AsTask(), "text/csv; charset=utf-8", $"told-{ReportPage.ShortOf(version)}.csv"),
            "json" => Results.Stream(output => reports.WriteJsonAsync(output, version, statuses, token).AsTask(), "application/json"),
            _ => NoSuchVersion(),
        };
    }

    private static async Task<IResult> ListLettersAsync(HttpContext context, Language language)
    {
        if (await FindAsync(context).ConfigureAwait(false) is not { } version)
        {
            return NoSuchVersion();
        }

        var letters = context.RequestServices.GetRequiredService<NoticeLetters>();
        return Results.Stream(
            output => letters.WriteCsvAsync(output, version, language, context.RequestAborted).AsTask(), "text/csv; charset=utf-8", $"letters-{ReportPage.ShortOf(version)}.csv");
    }

    private static ReportPage Page(IServiceProvider services, Language language) => new(language, services.GetRequiredService<ProcessingRegister>());

    private static async ValueTask<NoticeVersion?> FindAsync(HttpContext context) => Digest.TryParse(context.Request.RouteValues["version"] as string, out var digest)
        ? await context.RequestServices.GetRequiredService<NoticeVersions>().FindAsync(digest, context.RequestAborted).ConfigureAwait(false)
        : null;

    // A word that is none of them asks for nobody, and not for everybody.
    private static ValueList<NoticeDeliveryStatus>? Statuses(HttpRequest request) => request.Query.TryGetValue("status", out var words)
        ? words.SelectMany(word => ReportPage.Statuses.Where(status => NoticeReports.WordOf(status) == word)).ToValueList()
        : null;

    private static IResult NoSuchVersion() => Results.Text(
        $"{WebMessages.NoSuchVersion}: no version of the privacy notice was published under this address, or the report is not made in this form. Ask for 'csv' or 'json', or choose a version from the list.",
        statusCode: StatusCodes.Status404NotFound);
}
