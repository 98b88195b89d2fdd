using System.Text.Json;

namespace GdprKit.Decisions;

/// <summary>The published situations, each with the verdict of the law.</summary>
public sealed class MayProcessVectorTests
{
    private static readonly VectorFile Vectors = VectorFile.Open("may-process.json");

    public static IEnumerable<TheoryDataRow<string>> Cases => Vectors.Cases("cases", vector => vector.GetProperty("id").GetString());

    [Fact]
    public void Every_kind_of_case_is_known() => Vectors.Kinds.Should().BeSubsetOf(["cases"]);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Cases))]
    public void A_situation_has_the_verdict_stated(string vector)
    {
        var expected = JsonElement.Parse(vector);

        var reason = ProcessingRules.Judge(SituationJson.Read(vector));

        reason.Permits.Should().Be(Permits(expected), "of {0}; it was judged by {1}", expected.GetProperty("why"), reason);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Cases))]
    public void A_verdict_is_explained_in_both_languages_by_a_reason_that_is_listed(string vector)
    {
        var reason = ProcessingRules.Judge(SituationJson.Read(vector));

        DecisionReasons.All.Should().Contain(reason);
        reason.Explain(Language.Dutch).Should().NotBeNullOrWhiteSpace().And.NotBe(reason.Explain(Language.English));
    }

    [Theory]
    [InlineData("""{ "situation": { "basis": "contract", "weather": "fine" } }""")]
    [InlineData("""{ "situation": { "basis": "curiosity" } }""")]
    [InlineData("""{ "situation": { "basis": "consent", "consent": { "status": "ConsentAssumed" } } }""")]
    [InlineData("""{ "situation": { "basis": "consent", "consent": { "mood": "good" } } }""")]
    [InlineData("""{ "situation": { "category": "special", "specialCondition": "9(2)(k)" } }""")]
    [InlineData("""{ "situation": { "softOptIn": { "friendly": true } } }""")]
    public void A_fact_that_the_schema_does_not_name_is_not_passed_over(string vector) =>
        FluentActions.Invoking(() => SituationJson.Read(vector)).Should().Throw<NotSupportedException>();

    private static bool Permits(JsonElement vector) => vector.GetProperty("expect").GetString() switch
    {
        "permit" => true,
        "deny" => false,
        var other => throw new NotSupportedException($"A verdict is permit or deny, not '{other}'."),
    };
}
