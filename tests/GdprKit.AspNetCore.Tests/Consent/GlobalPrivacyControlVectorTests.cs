using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Consent;

public sealed class GlobalPrivacyControlVectorTests
{
    private static readonly VectorFile Vectors = VectorFile.Open("gpc.json");

    public static IEnumerable<TheoryDataRow<string>> Headers => Vectors.Cases("header_cases", vector => vector.GetProperty("sec_gpc").GetRawText());

    public static IEnumerable<TheoryDataRow<string>> Resources => Vectors.Cases(root => root.GetProperty("well_known").GetProperty("cases"), vector => vector.GetProperty("body").GetString());

    public static IEnumerable<TheoryDataRow<string>> Places => Vectors.Root is { } root ? [new TheoryDataRow<string>(root.GetProperty("well_known").GetRawText())] : [];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Headers))]
    public void A_request_carries_the_wish_when_the_header_is_1(string vector)
    {
        var header = JsonElement.Parse(vector);
        var request = new DefaultHttpContext().Request;
        foreach (var value in header.GetProperty("sec_gpc").EnumerateArray())
        {
            request.Headers.Append("Sec-GPC", value.GetString());
        }

        GlobalPrivacyControl.IsExpressedIn(request).Should().Be(header.GetProperty("signal").GetBoolean());
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Resources))]
    public void A_site_says_what_its_resource_says(string vector)
    {
        var resource = JsonElement.Parse(vector);

        var said = GlobalPrivacyControlSupport.Read(Encoding.UTF8.GetBytes(resource.GetProperty("body").GetString()!));

        (said.Abides switch { true => "true", false => "false", null => "unknown" }).Should().Be(resource.GetProperty("support").GetString());
        if (resource.TryGetProperty("lastUpdate", out var day))
        {
            (said.LastUpdate is { } date ? LocalDatePattern.Iso.Format(date) : "unknown").Should().Be(day.GetString());
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Places))]
    public void The_resource_stands_where_everybody_looks_for_it(string vector)
    {
        var known = JsonElement.Parse(vector);

        GlobalPrivacyControlSupport.Path.Should().Be(known.GetProperty("path").GetString());
        GlobalPrivacyControlSupport.MediaType.Should().Be(known.GetProperty("media_type").GetString());
        var example = Encoding.UTF8.GetBytes(known.GetProperty("example").GetRawText());
        GlobalPrivacyControlSupport.Read(example).Should().Be(new GlobalPrivacyControlSupport(true, new LocalDate(1997, 3, 10)));
    }

    [Fact]
    public void Every_kind_of_case_is_known()
    {
        Vectors.Kinds.Should().BeSubsetOf(["header_cases", "well_known"]);
        (Vectors.Root?.GetProperty("well_known").EnumerateObject().Select(kind => kind.Name) ?? []).Should().BeSubsetOf(["path", "media_type", "example", "cases"]);
    }
}
