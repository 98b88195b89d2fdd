namespace GdprKit.Register;

/// <summary>Something that is done with personal data.</summary>
internal static class ProcessingActivityJson
{
    public static ProcessingActivity Read(Key<ProcessingActivity> key, JsonObjectReader from)
    {
        from.Require("name", "purpose", "basis", "people", "categories", "retention");
        var basis = from.Object("basis", LawfulBasisJson.Read);
        return new ProcessingActivity
        {
            Key = key,
            Name = from.Localized("name") ?? LocalizedText.Empty,
            Purpose = from.Object("purpose", PurposeJson.Read) ?? new Purpose(LocalizedText.Empty),
            Basis = basis!,
            SpecialCategoryCondition = from.Object("specialCategories", SpecialCategoryConditionJson.Read),
            Consent = from.Object("consent", ConsentTermsJson.Read),
            People = from.Keys<SubjectKind>("people"),
            AddressesMinors = from.Flag("addressesMinors") ?? false,
            Categories = from.Keys<DataCategory>("categories"),
            Recipients = from.Keys<Recipient>("recipients"),
            Sources = from.Objects("sources", DataSourceJson.Read),
            Provision = from.Object("provision", DataProvisionJson.Read) ?? DataProvision.For(basis!),
            AutomatedDecision = from.Object("automatedDecision", AutomatedDecisionJson.Read),
            Marketing = from.Choices<MarketingChannel>("marketing"),
            SoftOptIn = from.Flag("softOptIn") ?? false,
            Retention = from.Declarations<RetentionRule>("retention", RetentionRuleJson.Read),
            Security = from.Localized("security"),
            ImpactAssessment = from.Text("impactAssessment"),
        };
    }

    public static void Write(JsonObjectWriter to, ProcessingActivity activity)
    {
        to.Localized("name", activity.Name);
        to.Object("purpose", activity.Purpose, PurposeJson.Write);
        to.Object("basis", activity.Basis, LawfulBasisJson.Write);
        to.Object("specialCategories", activity.SpecialCategoryCondition, SpecialCategoryConditionJson.Write);
        to.Object("consent", activity.Consent, ConsentTermsJson.Write);
        to.Keys("people", activity.People);
        to.Flag("addressesMinors", activity.AddressesMinors);
        to.Keys("categories", activity.Categories);
        to.Keys("recipients", activity.Recipients);
        to.Objects("sources", activity.Sources, DataSourceJson.Write);
        to.Object("provision", DataProvisionJson.UnlessDefault(activity.Provision, activity.Basis), DataProvisionJson.Write);
        to.Object("automatedDecision", activity.AutomatedDecision, AutomatedDecisionJson.Write);
        to.Choices("marketing", activity.Marketing);
        to.Flag("softOptIn", activity.SoftOptIn);
        to.Declarations("retention", activity.Retention, RetentionRuleJson.Write);
        to.Localized("security", activity.Security);
        to.Text("impactAssessment", activity.ImpactAssessment);
    }
}
