using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class SensitivityFaultTests
{
    [Fact]
    public void A_special_category_needs_a_condition_in_every_activity() =>
        Judgement.With(register => register.Activity(Staff, activity => activity with { SpecialCategoryCondition = null })).Should().Equal(
            "GDPR4135 /activities/staff/specialCategories: The activity uses special categories ('sick-leave') and names no exception to their prohibition (Art. 9(2)). Call SpecialCategories(ground), or write 'specialCategories' in the register file.");

    [Fact]
    public void A_condition_without_a_special_category_warns() =>
        Judgement.With(register => register.Activity(Orders, activity => activity with { SpecialCategoryCondition = new SpecialCategoryCondition(SpecialCategoryGround.LegalClaims) })).Should().Equal(
            "warning GDPR4136 /activities/orders/specialCategories: The activity names an exception of Art. 9(2), but uses no special category. Remove it, or declare the category with Special() or \"sensitivity\": \"special\".");

    [Theory]
    [InlineData(SpecialCategoryGround.EmploymentAndSocialSecurity, "9(2)(b)")]
    [InlineData(SpecialCategoryGround.SubstantialPublicInterest, "9(2)(g)")]
    [InlineData(SpecialCategoryGround.HealthCare, "9(2)(h)")]
    [InlineData(SpecialCategoryGround.PublicHealth, "9(2)(i)")]
    [InlineData(SpecialCategoryGround.ArchivingAndResearch, "9(2)(j)")]
    public void A_condition_that_a_law_must_provide_names_it(SpecialCategoryGround ground, string article)
    {
        Judgement.With(register => register.Activity(Staff, activity => activity with { SpecialCategoryCondition = new SpecialCategoryCondition(ground, new Citation(" ")) })).Should().Equal(
            $"GDPR4137 /activities/staff/specialCategories/law: The exception of Art. {article} exists only where a law provides for it, and none is named. Call SpecialCategories(ground, law), or write 'law' in the register file.");
    }

    [Fact]
    public void Explicit_consent_beside_another_basis_warns() =>
        Judgement.With(register => register.Activity(Staff, activity => activity with { SpecialCategoryCondition = new SpecialCategoryCondition(SpecialCategoryGround.ExplicitConsent) })).Should().Equal(
            "warning GDPR4138 /activities/staff/specialCategories/ground: Special categories are used with explicit consent (Art. 9(2)(a)), while the activity itself rests on another basis, so it goes on when consent is withdrawn. Put these categories in an activity of their own on consent, or choose another exception.");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_national_number_needs_the_law_that_prescribes_it(string? law)
    {
        Judgement.With(register => register.Category(CitizenNumber, category => category with { Law = law is null ? null : new Citation(law) })).Should().Equal(
            "GDPR4139 /categories/citizen-number/law: A national identification number may be used only where a law prescribes it, and none is named (Art. 87; in the Netherlands art. 46 UAVG). Call NationalNumber(law), or write 'law' in the register file.");
    }

    [Fact]
    public void Data_about_offences_need_the_law_that_allows_them() =>
        Judgement.With(register => register.Category(CitizenNumber, category => category with { Sensitivity = DataSensitivity.CriminalOffence, Law = null })).Should().Contain(
            "GDPR4139 /categories/citizen-number/law: Data about criminal convictions and offences may be used only where a law allows it, and none is named (Art. 10). Call CriminalOffence(law), or write 'law' in the register file.");

    [Fact]
    public void A_term_of_a_special_category_on_ordinary_data_warns() =>
        Judgement.With(register => register.Category(Name, category => category with { Term = DpvTerm.Parse("pd:Religion") })).Should().Equal(
            "warning GDPR4150 /categories/name/sensitivity: The term 'pd:Religion' is a special category of personal data (Art. 9(1)), but this category is not declared as one. Call Special() or write \"sensitivity\": \"special\" in the register file, or use a wider term.");
}
