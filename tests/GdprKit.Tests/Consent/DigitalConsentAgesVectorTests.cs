using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace GdprKit;

/// <summary>
/// The ages by country. A case without an age says that none was found: the default applies. Where the case names the first day of a
/// law, the age before that day is tested too: the one that the case gives, else the default.
/// </summary>
public sealed class DigitalConsentAgesVectorTests
{
    private static readonly VectorFile Vectors = VectorFile.Open("digital-consent-ages.json");

    private static readonly LocalDate Today = new(2026, 11, 27);

    private static readonly string[] KnownProperties = ["country", "age", "asOf", "source", "confidence", "note", "ageBefore2024"];

    public static IEnumerable<TheoryDataRow<string>> Ages => Vectors.Cases("ages", vector => vector.GetProperty("country").GetString());

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Ages))]
    public void Children_of_a_country_consent_from_the_age_of_its_law(string vector)
    {
        var law = JsonElement.Parse(vector);
        var country = Country(law);
        law.EnumerateObject().Select(property => property.Name).Should().BeSubsetOf(KnownProperties);

        DigitalConsentAges.Shipped.On(Today, country).Should().Be(law.GetProperty("age") is { ValueKind: JsonValueKind.Number } age ? age.GetInt32() : DigitalConsentAges.WithoutLaw);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Ages))]
    public void Before_the_first_day_of_a_law_the_earlier_age_applies(string vector)
    {
        var law = JsonElement.Parse(vector);
        var before = FirstDay(law).PlusDays(-1);
        var earlier = law.TryGetProperty("ageBefore2024", out var age) ? age.GetInt32() : DigitalConsentAges.WithoutLaw;

        DigitalConsentAges.Shipped.On(before, Country(law)).Should().Be(earlier);
    }

    [Fact]
    public void Every_kind_of_case_is_known() => Vectors.Kinds.Should().BeSubsetOf(["ages"]);

    // The file writes "UK", which is no assigned code.
    private static CountryCode Country(JsonElement law) => CountryCode.Parse(law.GetProperty("country").GetString() is "UK" ? "GB" : law.GetProperty("country").GetString()!);

    private static LocalDate FirstDay(JsonElement law) => (law.TryGetProperty("asOf", out var asOf) ? asOf.GetString()! : "") switch
    {
        "2023 (ZVOP-2 Art. 8)" => new LocalDate(2023, 1, 26),
        "2020 (SWD)" or "" => new LocalDate(2020, 6, 24),
        var day => LocalDatePattern.Iso.Parse(day).GetValueOrThrow(),
    };
}
