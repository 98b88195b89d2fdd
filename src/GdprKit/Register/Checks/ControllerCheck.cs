namespace GdprKit;

/// <summary>People know who decides about their data, where to complain and how to make a request.</summary>
internal static class ControllerCheck
{
    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register) => register.Controller is { } controller
        ? [.. Country(controller), .. Authority(controller), .. Requests(controller)]
        : [RegisterFaults.ControllerMissing()];

    private static IEnumerable<RegisterFault> Country(DataController controller)
    {
        if (controller.Country == default)
        {
            yield return RegisterFaults.CountryMissing("/controller/country", "controller", "Country(code)");
        }
        else if (!controller.Country.IsInEuropeanEconomicArea && controller.Representative is null)
        {
            yield return RegisterFaults.RepresentativeMissing(controller.Country);
        }
    }

    // An authority that follows from the country is missing only because the country is.
    private static IEnumerable<RegisterFault> Authority(DataController controller)
    {
        if (controller.SupervisoryAuthority is not { } authority || authority == SupervisoryAuthority.Undeclared)
        {
            return controller.Country == default ? [] : [RegisterFaults.AuthorityMissing()];
        }

        return authority.Website is { } website && WebAddress.IsComplete(website)
            ? []
            : [RegisterFaults.MalformedUrl("/controller/supervisoryAuthority/website", authority.Website?.OriginalString ?? "")];
    }

    private static IEnumerable<RegisterFault> Requests(DataController controller)
    {
        if (controller.Rights is { Page: { } page } && !WebAddress.IsPage(page))
        {
            yield return RegisterFaults.MalformedPage("/controller/rights/page", page.OriginalString);
        }

        if (controller is { Rights: null or { Page: null, Email: null }, Contact: { Email: null, Website: null, IsEmpty: false } })
        {
            yield return RegisterFaults.RequestsNotElectronic();
        }
    }
}
