using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Shows operators the register and the record of processing.</summary>
internal static class RegisterEndpoints
{
    public static void Map(IEndpointRouteBuilder group)
    {
        Map(group, "register", (register, language) => OperatorPage.Of(RegisterOverview.From(register, language)));
        Map(group, "record", (register, language) => OperatorPage.Of(RecordOfProcessing.From(register, language).ToDocument()));
        Map(group, "record.csv", (register, language) => Results.File(
            RecordOfProcessing.From(register, language).ToCsv(), "text/csv; charset=utf-8", "record.csv"));
        Map(group, "record.json", (register, language) => Results.File(
            Encoding.UTF8.GetBytes(RecordOfProcessing.From(register, language).ToJson()), "application/json; charset=utf-8", "record.json"));
    }

    private static void Map(IEndpointRouteBuilder group, string pattern, Func<ProcessingRegister, Language, IResult> show) => OperatorPage.Map(
        group, pattern, GdprKitPolicies.ViewRegister, (services, language) => show(services.GetRequiredService<ProcessingRegister>(), language));
}
