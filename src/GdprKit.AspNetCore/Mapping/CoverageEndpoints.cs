using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Shows operators what the application stores and nobody declared, and what is declared and stored nowhere.</summary>
internal static class CoverageEndpoints
{
    public static void Map(IEndpointRouteBuilder group) => OperatorPage.Map(
        group,
        "coverage",
        GdprKitPolicies.ViewRegister,
        (services, language) => OperatorPage.Of(CoverageReport.Of(services.GetRequiredService<PersonalDataMap>()).ToDocument(language)));
}
