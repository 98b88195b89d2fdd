using GdprKit.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

/// <summary>Shows operators what becomes of which data, as a concept that can be printed and signed. Asks no database.</summary>
internal static class DeletionConceptEndpoints
{
    public static void Map(IEndpointRouteBuilder group)
    {
        OperatorPage.Map(group, "deletion-concept", GdprKitPolicies.ViewRegister, (services, language) => OperatorPage.Of(Write(services, language)));
        OperatorPage.Map(group, "deletion-concept.md", GdprKitPolicies.ViewRegister, (services, language) =>
            Results.Content(Write(services, language).ToMarkdown(), "text/markdown; charset=utf-8"));
    }

    private static Document Write(IServiceProvider services, Language language)
    {
        var plan = services.GetRequiredService<DataRetention>().Plan;
        var today = services.GetRequiredService<IClock>().GetCurrentInstant().InZone(plan.Register.Controller.TimeZone).Date;
        return DeletionConcept.From(plan, language, today);
    }
}
