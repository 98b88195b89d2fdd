using GdprKit.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Shows operators how many people agreed to what, counted while they wait. Names nobody, changes nothing.</summary>
internal static class ConsentEndpoints
{
    public static void Map(IEndpointRouteBuilder group) => OperatorPage.Map(group, "consent", GdprKitPolicies.ViewConsent, ShowAsync);

    private static Task<IResult> ShowAsync(HttpContext context, Language language) => LedgerPage.AnswerAsync(context, language, NoLedger, async () =>
    {
        var overview = await context.RequestServices.GetRequiredService<Consents>().OverviewAsync(cancellationToken: context.RequestAborted).ConfigureAwait(false);
        return OperatorPage.Of(overview.ToDocument(language));
    });

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
