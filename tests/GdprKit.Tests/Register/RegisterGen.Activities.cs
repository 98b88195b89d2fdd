using CsCheck;
using NodaTime;

namespace GdprKit;

internal static partial class RegisterGen
{
    private static Gen<ProcessingActivity[]> Activities(
        Gen<LocalizedText> text, SubjectKind[] people, DataCategory[] categories, RetentionEvent[] events, Recipient[] recipients)
    {
        return from keys in Keys<ProcessingActivity>("activity", 1, 4)
               from used in Gen.Shuffle(categories, 1, categories.Length).Array[keys.Length]
               let unused = categories.Except(used.SelectMany(some => some)).ToArray()
               from activities in Each(keys, key => One(key, key == keys[0] ? [.. used[0], .. unused] : used[Array.IndexOf(keys, key)]))
               select activities;

        Gen<ProcessingActivity> One(Key<ProcessingActivity> key, DataCategory[] uses) =>
            from name in text
            from purpose in text
            from term in Gen.OneOf("dpv:DirectMarketing", "dpv:LegalCompliance", null)
            from basis in Basis(text)
            from condition in Condition(uses)
            from about in Gen.Shuffle(people, 1, people.Length)
            from sharedWith in Gen.Shuffle(recipients, 0, recipients.Length)
            from sources in Sources(text)
            from requirement in Case<ProvisionRequirement>()
            from consequence in Gen.Null(text)
            from decision in Gen.Null(Gen.Select(text, text, text).Select((logic, consequences, review) => new AutomatedDecision(logic, consequences, review)), 0.7)
            from marketing in Gen.Shuffle(Enum.GetValues<MarketingChannel>().Where(channel => channel is not MarketingChannel.Unspecified).ToArray(), 0, 2)
            from terms in Consent(text, marketing)
            from addressesMinors in Gen.Bool
            from softOptIn in Gen.Bool
            from retention in Retention(text, key, uses, events, basis)
            from security in Gen.Null(text)
            from assessment in Gen.Null(Word)
            select new ProcessingActivity
            {
                Key = key,
                Name = name,
                Purpose = new Purpose(purpose, term is null ? null : DpvTerm.Parse(term)),
                Basis = basis,
                SpecialCategoryCondition = condition,
                Consent = basis is LawfulBasis.Consent || condition is { Ground: SpecialCategoryGround.ExplicitConsent } ? terms : null,
                AddressesMinors = addressesMinors,
                SoftOptIn = softOptIn && basis is LawfulBasis.LegitimateInterest && marketing.Any(channel => channel is MarketingChannel.Email or MarketingChannel.TextMessage),
                People = about.Select(kind => kind.Key).ToValueList(),
                Categories = uses.Select(category => category.Key).ToValueList(),
                Recipients = sharedWith.Select(recipient => recipient.Key).ToValueList(),
                Sources = sources.ToValueList(),
                Provision = new DataProvision(basis is LawfulBasis.Consent ? ProvisionRequirement.Voluntary : requirement, consequence),
                AutomatedDecision = decision,
                Marketing = marketing.ToValueList(),
                Retention = retention.ToValueList(),
                Security = security,
                ImpactAssessment = assessment,
            };
    }

    // Terms that say nothing among them.
    private static Gen<ConsentTerms?> Consent(Gen<LocalizedText> text, MarketingChannel[] marketing) => Gen.Null(
        from validFor in Gen.Null(Gen.Int[1, 30].Select(years => Period.FromYears(years)))
        from confirmed in Gen.Shuffle(marketing, 0, marketing.Length)
        from perChannel in Gen.Bool
        from question in Gen.Null(text)
        select new ConsentTerms { ValidFor = validFor, DoubleOptIn = confirmed.ToValueList(), PerChannel = perChannel && marketing.Length > 1, Question = question });

    private static Gen<DataSource[]> Sources(Gen<LocalizedText> text) =>
        from names in text.Array[0, 3]
        from isPublic in Gen.Bool
        select names.Distinct().Select(name => new DataSource(name, isPublic)).ToArray();

    private static Gen<LawfulBasis> Basis(Gen<LocalizedText> text) =>
        from basis in Gen.OneOf<LawfulBasis>(
            Gen.Const<LawfulBasis>(new LawfulBasis.Consent()),
            Gen.Const<LawfulBasis>(new LawfulBasis.Contract()),
            Law.Select(law => (LawfulBasis)new LawfulBasis.LegalObligation(law)),
            Gen.Const<LawfulBasis>(new LawfulBasis.VitalInterest()),
            Law.Select(law => (LawfulBasis)new LawfulBasis.PublicTask(law)),
            Gen.Select(text, Gen.Null(Word)).Select((interest, test) => (LawfulBasis)new LawfulBasis.LegitimateInterest(interest) { BalancingTest = test }))
        from term in Gen.OneOf("dpv:LegalBasis", null)
        select basis with { Term = term is null ? null : DpvTerm.Parse(term) };

    private static Gen<SpecialCategoryCondition?> Condition(DataCategory[] uses) =>
        from ground in Case<SpecialCategoryGround>()
        from law in Law
        from isNamed in Gen.Bool
        let condition = new SpecialCategoryCondition(ground)
        select uses.Any(category => category.Sensitivity is DataSensitivity.Special)
            ? condition with { Law = isNamed || condition.NeedsLaw ? law : null }
            : null;

    private static Gen<RuleConflictChoice[]> Choices(Gen<LocalizedText> text, Key<RetentionRule>[] rules) => rules.Length < 2
        ? Gen.Const(Array.Empty<RuleConflictChoice>())
        : from pair in Gen.Shuffle(rules, 2, 2)
          from reason in Gen.Null(text)
          select reason is null ? [] : new[] { new RuleConflictChoice(pair[0], pair[1], reason) };
}
