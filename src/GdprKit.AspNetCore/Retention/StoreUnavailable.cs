using GdprKit.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GdprKit;

/// <summary>Says that the application's own store does not answer. Why stands in the log: an operator of a shop cannot use it, and a visitor must not see it.</summary>
internal static partial class StoreUnavailable
{
    public static void Log(IServiceProvider services, Exception exception)
    {
        if (services.GetService<ILogger<DataRetention>>() is { } logger)
        {
            CannotCount(logger, exception, WebMessages.StoreUnavailable);
        }
    }

    public static IResult Page(Language language)
    {
        var document = new Document(Title(language), language, [])
        {
            Introduction = [new DocumentBlock.Callout([new DocumentBlock.Paragraph([Sentence(language), " ", new Inline.Code(WebMessages.StoreUnavailable)])])],
        };
        return Results.Content(document.ToHtml(), "text/html; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    public static IResult Text() => Results.Text(
        $"{WebMessages.StoreUnavailable}: {Sentence(Language.English)}", statusCode: StatusCodes.Status503ServiceUnavailable);

    private static string Title(Language language) => language == Language.Dutch ? "Dit is nu niet te tellen" : "This cannot be counted now";

    private static string Sentence(Language language) => language == Language.Dutch
        ? "De database geeft geen antwoord. In het logboek van de toepassing staat waarom. Kijk of de database aanstaat, en laad deze pagina dan opnieuw."
        : "The database does not answer. The log of the application says why. See whether the database runs, then load this page again.";

    [LoggerMessage(4506, LogLevel.Error, "{Id}: the rows could not be counted, because the store of the application did not answer.")]
    private static partial void CannotCount(ILogger logger, Exception exception, string id);
}
