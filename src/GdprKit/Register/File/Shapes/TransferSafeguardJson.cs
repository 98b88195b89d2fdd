namespace GdprKit.Register;

/// <summary>What protects transferred data; <c>type</c> says which kind of protection it is.</summary>
internal static class TransferSafeguardJson
{
    public static TransferSafeguard? Read(JsonObjectReader from) => from.Case<TransferSafeguard>(
        ("adequacyDecision", ReadAdequacyDecision),
        ("standardClauses", ReadStandardClauses),
        ("bindingCorporateRules", ReadBindingCorporateRules),
        ("otherSafeguard", ReadOtherSafeguard),
        ("derogation", ReadDerogation),
        ("compellingInterest", ReadCompellingInterest));

    public static void Write(JsonObjectWriter to, TransferSafeguard safeguard)
    {
        switch (safeguard)
        {
            case TransferSafeguard.AdequacyDecision adequacy:
                to.Text("type", "adequacyDecision");
                to.Object("decision", adequacy.Decision, CitationJson.Write);
                break;
            case TransferSafeguard.StandardClauses clauses:
                to.Text("type", "standardClauses");
                to.Localized("copy", clauses.Copy);
                break;
            case TransferSafeguard.BindingCorporateRules rules:
                to.Text("type", "bindingCorporateRules");
                to.Localized("copy", rules.Copy);
                break;
            case TransferSafeguard.OtherSafeguard other:
                to.Text("type", "otherSafeguard");
                to.Localized("description", other.Description);
                to.Localized("copy", other.Copy);
                break;
            case TransferSafeguard.Derogation derogation:
                to.Text("type", "derogation");
                to.Choice("ground", derogation.Ground);
                break;
            case TransferSafeguard.CompellingInterest compelling:
                to.Text("type", "compellingInterest");
                to.Localized("interest", compelling.Interest);
                to.Localized("safeguards", compelling.Safeguards);
                break;
        }
    }

    private static TransferSafeguard.AdequacyDecision ReadAdequacyDecision(JsonObjectReader from)
    {
        from.Require("decision");
        return new(from.Object("decision", CitationJson.Read) ?? CitationJson.None);
    }

    private static TransferSafeguard.StandardClauses ReadStandardClauses(JsonObjectReader from)
    {
        from.Require("copy");
        return new(from.Localized("copy") ?? LocalizedText.Empty);
    }

    private static TransferSafeguard.BindingCorporateRules ReadBindingCorporateRules(JsonObjectReader from)
    {
        from.Require("copy");
        return new(from.Localized("copy") ?? LocalizedText.Empty);
    }

    private static TransferSafeguard.OtherSafeguard ReadOtherSafeguard(JsonObjectReader from)
    {
        from.Require("description", "copy");
        return new(from.Localized("description") ?? LocalizedText.Empty, from.Localized("copy") ?? LocalizedText.Empty);
    }

    private static TransferSafeguard.Derogation ReadDerogation(JsonObjectReader from)
    {
        from.Require("ground");
        return new(from.Choice<TransferDerogation>("ground"));
    }

    private static TransferSafeguard.CompellingInterest ReadCompellingInterest(JsonObjectReader from)
    {
        from.Require("interest", "safeguards");
        return new(from.Localized("interest") ?? LocalizedText.Empty, from.Localized("safeguards") ?? LocalizedText.Empty);
    }
}
