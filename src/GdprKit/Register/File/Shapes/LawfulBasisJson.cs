namespace GdprKit.Register;

/// <summary>Why an activity is lawful; <c>type</c> says which of the six bases it is.</summary>
internal static class LawfulBasisJson
{
    public static LawfulBasis? Read(JsonObjectReader from)
    {
        var basis = from.Case<LawfulBasis>(
            ("consent", _ => new LawfulBasis.Consent()),
            ("contract", _ => new LawfulBasis.Contract()),
            ("legalObligation", legal => new LawfulBasis.LegalObligation(ReadLaw(legal))),
            ("vitalInterest", _ => new LawfulBasis.VitalInterest()),
            ("publicTask", task => new LawfulBasis.PublicTask(ReadLaw(task))),
            ("legitimateInterest", ReadLegitimateInterest));
        return basis is null ? null : basis with { Term = from.Term("term") };
    }

    public static void Write(JsonObjectWriter to, LawfulBasis basis)
    {
        switch (basis)
        {
            case LawfulBasis.Consent:
                to.Text("type", "consent");
                break;
            case LawfulBasis.Contract:
                to.Text("type", "contract");
                break;
            case LawfulBasis.LegalObligation legal:
                to.Text("type", "legalObligation");
                to.Object("law", legal.Law, CitationJson.Write);
                break;
            case LawfulBasis.VitalInterest:
                to.Text("type", "vitalInterest");
                break;
            case LawfulBasis.PublicTask task:
                to.Text("type", "publicTask");
                to.Object("law", task.Law, CitationJson.Write);
                break;
            case LawfulBasis.LegitimateInterest legitimate:
                to.Text("type", "legitimateInterest");
                to.Localized("interest", legitimate.Interest);
                to.Text("balancingTest", legitimate.BalancingTest);
                break;
        }

        to.Term("term", basis.Term);
    }

    private static Citation ReadLaw(JsonObjectReader from)
    {
        from.Require("law");
        return from.Object("law", CitationJson.Read) ?? CitationJson.None;
    }

    private static LawfulBasis.LegitimateInterest ReadLegitimateInterest(JsonObjectReader from)
    {
        from.Require("interest");
        return new(from.Localized("interest") ?? LocalizedText.Empty) { BalancingTest = from.Text("balancingTest") };
    }
}
