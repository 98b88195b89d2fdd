using System.Data.Common;
using GdprKit.Documents;
using GdprKit.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Shows operators how many people agreed to what, counted while they wait. Names nobody, changes nothing.</summary>
internal static class ConsentEndpoints
{
    private const string Html = "text/html; charset=utf-8";

    public static void Map(IEndpointRouteBuilder group) => OperatorPage.Map(group, "consent", GdprKitPolicies.ViewConsent, ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext context, Language language)
    {
        // Who asks for the head only has no use for the numbers.
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return Results.Content("", Html);
        }

        if (context.RequestServices.GetService<IServiceProviderIsService>()?.IsService(typeof(ILedgerStore)) != true)
        {
            return OperatorPage.Of(NoLedger(language));
        }

#pragma warning disable CA1031 // A ledger throws the errors of its database, bare or wrapped; what is not one of them goes on.
        try
        {
            var overview = await context.RequestServices.GetRequiredService<Consents>().OverviewAsync(cancellationToken: context.RequestAborted).ConfigureAwait(false);
            return OperatorPage.Of(overview.ToDocument(language));
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty;
        }
        catch (Exception fault) when (IsOfDatabase(fault))
        {
            StoreUnavailable.Log(context.RequestServices, fault);
            return StoreUnavailable.Page(language);
        }
#pragma warning restore CA1031
    }

    private static bool IsOfDatabase(Exception fault) => fault is LedgerException or DbException || (fault.InnerException is { } cause && IsOfDatabase(cause));

    private static Document NoLedger(Language language) => language == Language.Dutch
        ? new Document("Er worden geen toestemmingen bijgehouden", language, [])
        {
            Introduction = [new DocumentBlock.Paragraph(["Deze toepassing heeft nog geen plek voor wat mensen afspreken. De software zegt waar dat staat met ", new Inline.Code("gdpr.UseEntityFrameworkCore<CrmDbContext>()"), "."])],
        }
        : new Document("No consents are kept", language, [])
        {
            Introduction = [new DocumentBlock.Paragraph(["This application has no place yet for what people agree to. The software says where it is with ", new Inline.Code("gdpr.UseEntityFrameworkCore<CrmDbContext>()"), "."])],
        };
}
