using System.Data.Common;
using GdprKit.Documents;
using GdprKit.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

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

        if (context.RequestServices.GetService<IServiceProviderIsService>()?.IsService(typeof(ILedgerStore)) != true)
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
        catch (Exception fault) when (IsOfDatabase(fault))
        {
            StoreUnavailable.Log(context.RequestServices, fault);
            return StoreUnavailable.Page(language);
        }
#pragma warning restore CA1031
    }

    private static bool IsOfDatabase(Exception fault) => fault is LedgerException or DbException || (fault.InnerException is { } cause && IsOfDatabase(cause));
}
