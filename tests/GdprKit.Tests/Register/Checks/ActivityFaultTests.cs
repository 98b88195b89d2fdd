using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class ActivityFaultTests
{
    private static readonly LocalizedText Text = LocalizedText.Of("tekst", "text");

    [Fact]
    public void An_activity_without_a_basis_is_refused() =>
        Judgement.With(register => register.Activity(Orders, activity => activity with { Basis = null! })).Should().Equal(
            "GDPR4130 /activities/orders/basis: The activity has no lawful basis (Art. 6(1)). Call OnConsent(), OnContract(), OnLegalObligation(…), OnVitalInterest(), OnPublicTask(…) or OnLegitimateInterest(…), or write 'basis' in the register file.");

    [Fact]
    public void An_empty_activity_lacks_everything_at_once() =>
        Judgement.Besides(register => register.Activity(new("idle"), activity => { })).Should().Equal(
            "GDPR4130 /activities/idle/basis: The activity has no lawful basis (Art. 6(1)). Call OnConsent(), OnContract(), OnLegalObligation(…), OnVitalInterest(), OnPublicTask(…) or OnLegitimateInterest(…), or write 'basis' in the register file.",
            "GDPR4134 /activities/idle/categories: The activity names no category of data (Art. 30(1)(c)). Call Uses(categories), or write 'categories' in the register file.",
            "GDPR4108 /activities/idle/name: The name of the activity 'idle' is missing. Call Name(nl, en), or write 'name' in the register file.",
            "GDPR4134 /activities/idle/people: The activity names no kind of people (Art. 30(1)(c)). Call About(people), or write 'people' in the register file.",
            "GDPR4108 /activities/idle/purpose/description: The purpose of the activity 'idle' (Art. 13(1)(c)) is missing. Call Purpose(nl, en), or write 'description' in the register file.");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void A_legal_obligation_names_its_law(string? law)
    {
        Judgement.With(register => register.Activity(Invoicing, activity => activity with { Basis = new LawfulBasis.LegalObligation(law is null ? null! : new Citation(law)) })).Should().Equal(
            "GDPR4131 /activities/invoicing/basis/law: The activity rests on a legal obligation, but names no law (Art. 6(3)). Call OnLegalObligation(law), or write 'law' in the register file.");
    }

    [Fact]
    public void A_public_task_names_its_law() =>
        Judgement.With(register => register.Activity(Invoicing, activity => activity with { Basis = new LawfulBasis.PublicTask(new Citation("")) })).Should().Equal(
            "GDPR4131 /activities/invoicing/basis/law: The activity rests on a public task, but names no law (Art. 6(3)). Call OnPublicTask(law), or write 'law' in the register file.");

    [Fact]
    public void A_legitimate_interest_without_a_balancing_test_warns() =>
        Judgement.With(register => register.Activity(Claims, activity => activity with { Basis = new LawfulBasis.LegitimateInterest(Text) })).Should().Equal(
            "warning GDPR4132 /activities/claims/basis/balancingTest: Nothing says where the balancing test of this legitimate interest is kept (Art. 6(1)(f)). Call OnLegitimateInterest(nl, en, balancingTest), or write 'balancingTest' in the register file.");

    [Theory]
    [InlineData(ProvisionRequirement.Contractual)]
    [InlineData(ProvisionRequirement.NeededForContract)]
    [InlineData(ProvisionRequirement.Statutory)]
    public void Consent_to_what_people_must_do_is_not_free(ProvisionRequirement requirement)
    {
        Judgement.With(register => register.Activity(Newsletter, activity => activity with { Provision = new DataProvision(requirement) })).Should().Equal(
            "GDPR4133 /activities/newsletter/provision/requirement: The activity rests on consent, but people must give the data; such consent is not free (Art. 7(4)). Make the provision voluntary, or choose the basis that obliges people.");
    }

    [Fact]
    public void Of_every_closed_set_a_case_is_chosen() =>
        Judgement.With(register => register
            .Category(Name, category => category with { Sensitivity = DataSensitivity.Unspecified })
            .Recipient(TaxAuthority, recipient => recipient with { Role = (RecipientRole)42 })
            .Recipient(MailProgram, recipient => recipient with { Transfers = [recipient.Transfers[0] with { Safeguard = new TransferSafeguard.Derogation(TransferDerogation.Unspecified) }] })
            .Activity(Newsletter, activity => activity with { Provision = null!, Marketing = [MarketingChannel.Unspecified] })
            .Activity(Staff, activity => activity with { SpecialCategoryCondition = new SpecialCategoryCondition(SpecialCategoryGround.Unspecified) })
            .Rule(Orders, rule => rule with
            {
                Side = RetentionSide.Unspecified,
                Then = DisposalAction.Unspecified,
                Strength = (RetentionStrength)(-1),
                Term = ((RetentionTerm.After)rule.Term) with { Anchor = RetentionAnchor.Unspecified },
            })).Should().Equal(
            "GDPR4140 /activities/newsletter/marketing/0: The marketing channel of the activity 'newsletter' is not specified. Use one of 'email', 'textMessage', 'phone', 'post'.",
            "GDPR4140 /activities/newsletter/provision/requirement: The requirement to give data for the activity 'newsletter' (Art. 13(2)(e)) is not specified. Use one of 'voluntary', 'neededForContract', 'contractual', 'neededForLegalObligation', 'statutory'.",
            "GDPR4140 /activities/orders/retention/orders/after/anchor: The anchor of the rule 'orders' is not specified. Use one of 'exact', 'endOfMonth', 'endOfCalendarYear', 'endOfFinancialYear'.",
            "GDPR4140 /activities/orders/retention/orders/side: The side of the rule 'orders' is not specified. Use one of 'mustKeep', 'mustBeGone', 'both'.",
            "GDPR4140 /activities/orders/retention/orders/strength: The strength of the rule 'orders' is not specified. Use one of 'own', 'guideline', 'statute'.",
            "GDPR4140 /activities/orders/retention/orders/then: The disposal of the rule 'orders' is not specified. Use one of 'delete', 'blank', 'anonymise', 'archive'.",
            "GDPR4140 /activities/staff/specialCategories/ground: The exception of the activity 'staff' (Art. 9(2)) is not specified. Use one of 'explicitConsent', 'employmentAndSocialSecurity', 'vitalInterests', 'nonProfitBody', 'manifestlyMadePublic', 'legalClaims', 'substantialPublicInterest', 'healthCare', 'publicHealth', 'archivingAndResearch'.",
            "GDPR4140 /categories/name/sensitivity: The sensitivity of the category 'name' is not specified. Use one of 'ordinary', 'special', 'criminalOffence', 'nationalNumber'.",
            "GDPR4140 /recipients/mail-program/transfers/0/safeguard/ground: The ground of the derogation (Art. 49(1)) is not specified. Use one of 'explicitConsent', 'contractWithThePerson', 'contractInThePersonsInterest', 'publicInterest', 'legalClaims', 'vitalInterests', 'publicRegister'.",
            "GDPR4140 /recipients/tax-authority/role: The role of the recipient 'tax-authority' is not specified. Use one of 'processor', 'jointController', 'controller'.");

    [Fact]
    public void A_term_of_the_vocabulary_stands_where_it_can() =>
        Judgement.With(register => register
            .Category(Name, category => category with { Term = DpvTerm.Parse("dpv:DirectMarketing") })
            .Activity(Orders, activity => activity with
            {
                Purpose = activity.Purpose with { Term = DpvTerm.Parse("pd:EmailAddress") },
                Basis = activity.Basis with { Term = DpvTerm.Parse("dpv:Notice") },
            })).Should().Equal(
            "GDPR4141 /activities/orders/basis/term: The term 'dpv:Notice' is not a legal basis. Use a term that is a legal basis, or leave it out.",
            "GDPR4141 /activities/orders/purpose/term: The term 'pd:EmailAddress' is a category of personal data, not a purpose. Use a term that is a purpose, or leave it out.",
            "GDPR4141 /categories/name/term: The term 'dpv:DirectMarketing' is a purpose, not a category of personal data. Use a term that is a category of personal data, or leave it out.");

    [Fact]
    public void An_automated_decision_is_explained_and_reviewed() =>
        Judgement.With(register => register.Activity(Orders, activity => activity with { AutomatedDecision = new AutomatedDecision(Text, LocalizedText.Empty, null!), ImpactAssessment = "DPIA-2" })).Should().Equal(
            "GDPR4108 /activities/orders/automatedDecision/consequences: The consequences of the automated decision of the activity 'orders' (Art. 13(2)(f)) is missing. Call DecidesAutomatically(…), or write 'consequences' in the register file.",
            "GDPR4108 /activities/orders/automatedDecision/review: The review of the automated decision of the activity 'orders' by a person (Art. 22(3)) is missing. Call DecidesAutomatically(…), or write 'review' in the register file.");

    [Fact]
    public void A_machine_that_decides_alone_without_contract_law_or_consent_warns() =>
        Judgement.With(register => register.Activity(Claims, activity => activity with { AutomatedDecision = new AutomatedDecision(Text, Text, Text), ImpactAssessment = "DPIA-2" })).Should().Equal(
            "warning GDPR4142 /activities/claims/automatedDecision: A machine alone may decide only for a contract, by law or with explicit consent; the basis of the activity is none of these (Art. 22(2)). Let a person decide, choose another basis, or make sure that a law authorises it.");

    [Fact]
    public void A_machine_that_decides_on_special_categories_warns() =>
        Judgement.With(register => register.Activity(Staff, activity => activity with { AutomatedDecision = new AutomatedDecision(Text, Text, Text) })).Should().Equal(
            "warning GDPR4143 /activities/staff/automatedDecision: A machine alone may decide on special categories only with explicit consent or for a substantial public interest (Art. 22(4)). Let a person decide, keep special categories out of the decision, or declare that ground.");

    [Fact]
    public void A_high_risk_without_an_impact_assessment_warns()
    {
        Judgement.With(register => register.Activity(Staff, activity => activity with { ImpactAssessment = null })).Should().Equal(
            "warning GDPR4144 /activities/staff/impactAssessment: The activity uses special categories, and nothing says where its impact assessment is kept (Art. 35(3)). Call ImpactAssessment(reference), or write 'impactAssessment' in the register file; if none is needed, refer to the note that says why.");
        Judgement.With(register => register.Activity(Orders, activity => activity with { AutomatedDecision = new AutomatedDecision(Text, Text, Text) })).Should().ContainSingle()
            .Which.Should().StartWith("warning GDPR4144 /activities/orders/impactAssessment: The activity lets a machine decide alone, and");
        Judgement.With(register => register.Category(Purchases, category => category with { Sensitivity = DataSensitivity.CriminalOffence, Law = new Citation("art. 33 UAVG") })).Should().HaveCount(3)
            .And.OnlyContain(line => line.Contains("The activity uses data about criminal convictions and offences, and", StringComparison.Ordinal));
    }
}
