using System.Text.Json;

namespace GdprKit;

/// <summary>What statutes and authorities say about concrete dates.</summary>
public sealed class RetentionVectorTests
{
    private static readonly VectorFile Vectors = VectorFile.Open("retention.json");

    public static IEnumerable<TheoryDataRow<string>> Published =>
        Vectors.Cases("vectors", vector => $"{vector.GetProperty("id")} {vector.GetProperty("kind")}: {vector.GetProperty("title")}");

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Published))]
    public void An_item_is_kept_and_goes_on_the_days_published(string vector) => new RetentionVector(JsonElement.Parse(vector)).Check();

    [Fact]
    public void Every_kind_of_case_is_known() => Vectors.Kinds.Should().BeSubsetOf(["vectors"]);
}
