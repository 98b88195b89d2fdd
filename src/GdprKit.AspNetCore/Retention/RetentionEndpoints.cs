using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Shows operators what would go today and what becomes due, counted while they wait. Changes nothing.</summary>
internal static class RetentionEndpoints
{
    private const string Html = "text/html; charset=utf-8";

    private const string Json = "application/json; charset=utf-8";

    public static void Map(IEndpointRouteBuilder group)
    {
        OperatorPage.Map(group, "retention", GdprKitPolicies.ViewRetention, (context, language) => CountAsync(context, Html, ShowAsync, StoreUnavailable.Page, language));
        OperatorPage.Map(group, "retention.json", GdprKitPolicies.ViewRetention, (context, language) => CountAsync(context, Json, DownloadAsync, _ => StoreUnavailable.Text(), language));
    }

    private static async Task<IResult> CountAsync(
        HttpContext context,
        string mediaType,
        Func<DataRetention, Language, CancellationToken, Task<IResult>> count,
        Func<Language, IResult> failed,
        Language language)
    {
        // Who asks for the head only has no use for the numbers.
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return Results.Content("", mediaType);
        }

#pragma warning disable CA1031 // A store throws the errors of its database, whose types are not known here; what is not one of them goes on.
        try
        {
            return await count(context.RequestServices.GetRequiredService<DataRetention>(), language, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty;
        }
        catch (PersonalDataStoreException exception)
        {
            StoreUnavailable.Log(context.RequestServices, exception);
            return failed(language);
        }
#pragma warning restore CA1031
    }

    private static async Task<IResult> ShowAsync(DataRetention retention, Language language, CancellationToken cancellationToken)
    {
        var preview = await retention.PreviewAsync(cancellationToken).ConfigureAwait(false);
        var forecast = await retention.ForecastAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        return OperatorPage.Of(preview.ToDocument(retention.Plan, language, forecast));
    }

    private static async Task<IResult> DownloadAsync(DataRetention retention, Language language, CancellationToken cancellationToken)
    {
        var preview = await retention.PreviewAsync(cancellationToken).ConfigureAwait(false);
        return Results.File(Encoding.UTF8.GetBytes(preview.ToJson()), Json, "retention.json");
    }
}
