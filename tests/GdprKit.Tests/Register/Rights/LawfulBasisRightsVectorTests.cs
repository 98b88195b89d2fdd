using System.Text.Json;

namespace GdprKit;

/// <summary>
/// The mapping of the Data Privacy Vocabulary, read with the two corrections that the file itself makes. Art. 13 and 14 are left
/// out: they are duties that the notice fulfils, not rights that somebody exercises. Art. 22 is added for a legal obligation, because
/// it does not depend on the basis.
/// </summary>
public sealed class LawfulBasisRightsVectorTests
{
    private static readonly VectorFile Vectors = VectorFile.Open("lawful-basis-rights.json");

    private static readonly Citation Law = new("art. 52 AWR");

    private static readonly LawfulBasis[] Bases =
    [
        new LawfulBasis.Consent(),
        new LawfulBasis.Contract(),
        new LawfulBasis.LegalObligation(Law),
        new LawfulBasis.VitalInterest(),
        new LawfulBasis.PublicTask(Law),
        new LawfulBasis.LegitimateInterest(LocalizedText.Of("fraude te voorkomen", "to prevent fraud")),
    ];

    public static IEnumerable<TheoryDataRow<string>> Mapping => Vectors.Cases(root => Properties(root, "mapping"), Name);

    public static IEnumerable<TheoryDataRow<string>> Readings => Vectors.Cases(root => Properties(root, "ourReadingOfTheRegulation"), Name);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Mapping))]
    public void A_basis_gives_the_rights_that_the_vocabulary_maps_to_it(string vector)
    {
        var mapped = JsonElement.Parse(vector);
        var basis = Basis(Name(mapped));
        var expected = mapped.GetProperty("value").EnumerateArray().Select(right => right.GetString()!).Except(["A13", "A14"]).Append("A22").Distinct();

        DataSubjectRights.Of(basis).Select(Code).Should().BeEquivalentTo(expected);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Readings))]
    public void Our_reading_of_the_regulation_decides(string vector)
    {
        switch (Name(JsonElement.Parse(vector)))
        {
            case "confidence":
                break;
            case "A15 A16 A18 A77":
                BasesWith(DataSubjectRight.Access).Should().Be("abcdef");
                BasesWith(DataSubjectRight.Rectification).Should().Be("abcdef");
                BasesWith(DataSubjectRight.Restriction).Should().Be("abcdef");
                BasesWith(DataSubjectRight.Complaint).Should().Be("abcdef");
                break;
            case "A17":
                BasesWith(DataSubjectRight.Erasure).Should().Be("abdf");
                break;
            case "A20":
                BasesWith(DataSubjectRight.Portability).Should().Be("ab");
                BasesWith(DataSubjectRight.Portability, new SpecialCategoryCondition(SpecialCategoryGround.ExplicitConsent)).Should().Be("abcdef");
                break;
            case "A21(1)":
                BasesWith(DataSubjectRight.Objection).Should().Be("ef");
                break;
            case "A21(2)":
                BasesWith(DataSubjectRight.ObjectionToMarketing, isDirectMarketing: true).Should().Be("abcdef");
                BasesWith(DataSubjectRight.ObjectionToMarketing).Should().BeEmpty();
                break;
            case "A7-3":
                BasesWith(DataSubjectRight.WithdrawalOfConsent).Should().Be("a");
                break;
            case "A22":
                BasesWith(DataSubjectRight.HumanDecision).Should().Be("abcdef");
                break;
            case var unknown:
                throw new NotSupportedException($"Unknown kind of case: {unknown}");
        }
    }

    [Fact]
    public void Every_kind_of_case_is_known() => Vectors.Kinds.Should().BeSubsetOf(["mapping", "ourReadingOfTheRegulation"]);

    private static JsonElement Properties(JsonElement root, string name) =>
        JsonSerializer.SerializeToElement(root.GetProperty(name).EnumerateObject().Select(property => new { name = property.Name, value = property.Value }));

    private static string Name(JsonElement vector) => vector.GetProperty("name").GetString()!;

    /// <summary>The points of Art. 6(1) whose basis gives a right.</summary>
    private static string BasesWith(DataSubjectRight right, SpecialCategoryCondition? condition = null, bool isDirectMarketing = false) => string.Concat(
        Bases.Where(basis => DataSubjectRights.Of(basis, condition, isDirectMarketing).Contains(right)).Select(basis => basis.Article[^2]));

    /// <summary>The basis behind a name of the vocabulary: "A6-1-a-explicit-consent" is a kind of Art. 6(1)(a).</summary>
    private static LawfulBasis Basis(string name) =>
        Bases.SingleOrDefault(basis => name.StartsWith($"A6-1-{basis.Article[^2]}", StringComparison.Ordinal))
        ?? throw new NotSupportedException($"Unknown kind of case: {name}");

    private static string Code(DataSubjectRight right) => right switch
    {
        DataSubjectRight.WithdrawalOfConsent => "A7-3",
        DataSubjectRight.Objection => "A21",
        _ => $"A{DataSubjectRights.ArticleOf(right)}",
    };
}
