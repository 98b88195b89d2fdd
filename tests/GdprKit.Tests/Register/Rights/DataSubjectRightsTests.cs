using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class DataSubjectRightsTests
{
    private static readonly DataSubjectRight[] Rights = [.. Enum.GetValues<DataSubjectRight>().Where(right => right is not DataSubjectRight.Unspecified)];

    [Fact]
    public void Marketing_on_consent_can_be_withdrawn_from_and_objected_to()
    {
        DataSubjectRights.Of(TestRegisters.Shop().Activities[Newsletter]).Should().Equal(
            DataSubjectRight.WithdrawalOfConsent,
            DataSubjectRight.Access,
            DataSubjectRight.Rectification,
            DataSubjectRight.Erasure,
            DataSubjectRight.Restriction,
            DataSubjectRight.Portability,
            DataSubjectRight.ObjectionToMarketing,
            DataSubjectRight.Complaint);
    }

    [Fact]
    public void A_human_decides_only_where_a_machine_did()
    {
        var orders = TestRegisters.Shop().Activities[Orders];
        var text = LocalizedText.Of("tekst", "text");

        DataSubjectRights.Of(orders).Should().NotContain(DataSubjectRight.HumanDecision);
        DataSubjectRights.Of(orders with { AutomatedDecision = new AutomatedDecision(text, text, text) }).Should().Contain(DataSubjectRight.HumanDecision);
    }

    [Fact]
    public void Every_right_has_an_article_a_name_and_an_explanation_of_its_own()
    {
        Rights.Select(DataSubjectRights.ArticleOf).Should().OnlyHaveUniqueItems();
        foreach (var wording in new[] { RegisterWording.In(Language.Dutch), RegisterWording.In(Language.English) })
        {
            Rights.Select(wording.Name).Should().OnlyHaveUniqueItems();
            Rights.Select(wording.Explanation).Should().OnlyHaveUniqueItems().And.OnlyContain(text => char.IsUpper(text[0]) && text.EndsWith('.'));
        }
    }

    [Fact]
    public void A_right_is_named_with_its_article()
    {
        RegisterWording.In(Language.Dutch).NameWithArticle(DataSubjectRight.WithdrawalOfConsent).Should().Be("toestemming intrekken (art. 7 lid 3 AVG)");
        RegisterWording.In(Language.English).NameWithArticle(DataSubjectRight.Access).Should().Be("access (Art. 15 GDPR)");
    }

    [Fact]
    public void No_right_has_no_article()
    {
        var asking = () => DataSubjectRights.ArticleOf(DataSubjectRight.Unspecified);

        asking.Should().Throw<ArgumentOutOfRangeException>();
    }
}
