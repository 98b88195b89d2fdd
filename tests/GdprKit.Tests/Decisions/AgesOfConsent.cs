using NodaTime;

namespace GdprKit.Decisions;

/// <summary>From which age on people consent by themselves, as the vectors name the member states.</summary>
internal static class AgesOfConsent
{
    private static readonly LocalDate Today = new(2026, 11, 26);

    // The codes of the Union differ from ISO 3166 in two countries.
    public static int In(string memberState) => DigitalConsentAges.Shipped.On(Today, CountryCode.Parse(memberState switch
    {
        "UK" => "GB",
        "EL" => "GR",
        _ => memberState,
    }));
}
