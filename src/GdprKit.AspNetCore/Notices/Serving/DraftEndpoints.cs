using GdprKit.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Shows operators the notice as the register says it today, whether or not it was published: what would be.</summary>
internal static class DraftEndpoints
{
    public static void Map(IEndpointRouteBuilder group)
    {
        OperatorPage.Map(group, "notice", GdprKitPolicies.ViewRegister, ShowAsync);
        OperatorPage.Map(group, "notice/{people}", GdprKitPolicies.ViewRegister, ShowAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Language language)
    {
        var people = context.Request.RouteValues["people"] as string;
        var audience = people is null ? NoticeAudience.Everybody : Key<SubjectKind>.TryParse(people, out var key) ? NoticeAudience.Of(key) : null;
        if (audience is null || !context.RequestServices.GetRequiredService<PrivacyNotices>().TryGet(language, audience, out var notice))
        {
            return Results.Text($"{WebMessages.NoOwnNotice}: nobody of that name has a privacy notice of their own. Read the public one.", statusCode: StatusCodes.Status404NotFound);
        }

        var shown = await NoticeOnDisplay.FindAsync(context.RequestServices, audience, context.RequestAborted).ConfigureAwait(false);
        return OperatorPage.Of(notice.Document with { Introduction = [Place(shown, notice), .. notice.Document.Introduction] });
    }

    private static DocumentBlock.Callout Place(NoticeOnDisplay shown, PrivacyNotice notice)
    {
        var isDutch = notice.Language == Language.Dutch;
        return new DocumentBlock.Callout([new DocumentBlock.Paragraph(
            shown.Published.IsEmpty ? (isDutch ? "Er is nog niets gepubliceerd: zo leest iedereen de privacyverklaring." : "Nothing is published yet: this is how everybody reads the privacy notice.")
            : shown.Holding?.Texts.Any(text => text.Digest == notice.Digest) == true ? (isDutch ? "Deze tekst is gepubliceerd en geldt nu." : "This text is published and holds now.")
            : shown.Announced?.Texts.Any(text => text.Digest == notice.Digest) == true ? (isDutch ? "Deze tekst is gepubliceerd en geldt later." : "This text is published and will hold later.")
            : (isDutch ? "Voorstel: zo luidt de privacyverklaring volgens het register. Nog niemand leest haar zo, want dit is niet gepubliceerd." : "Proposal: this is the privacy notice as the register has it. Nobody reads it yet, because it is not published."))]);
    }
}
