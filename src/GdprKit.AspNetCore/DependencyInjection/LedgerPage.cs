using GdprKit.Documents;
using Microsoft.AspNetCore.Http;

namespace GdprKit;

/// <summary>An operator page that reads the ledger: what it answers when there is none, when its database does not answer, and when the visitor has left.</summary>
internal static class LedgerPage
{
    public static async Task<IResult> AnswerAsync(HttpContext context, Language language, Func<Language, Document> noLedger, Func<Task<IResult>> answer)
    {
        // Who asks for the head only has no use for what is counted.
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return Results.Content("", "text/html; charset=utf-8");
        }

        if (!KeptLedger.IsIn(context.RequestServices))
        {
            return OperatorPage.Of(noLedger(language));
        }

#pragma warning disable CA1031 // A ledger throws the errors of its database, bare or wrapped; what is not one of them goes on.
        try
        {
            return await answer().ConfigureAwait(false);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty;
        }
        catch (Exception fault) when (KeptLedger.IsFault(fault))
        {
            StoreUnavailable.Log(context.RequestServices, fault);
            return StoreUnavailable.Page(language);
        }
#pragma warning restore CA1031
    }
}
