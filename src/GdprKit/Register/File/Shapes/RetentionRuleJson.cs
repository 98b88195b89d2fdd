namespace GdprKit.Register;

/// <summary>How long data are kept. The term stands among the other properties of the rule.</summary>
internal static class RetentionRuleJson
{
    public static RetentionRule Read(Key<RetentionRule> key, JsonObjectReader from) => new()
    {
        Key = key,
        Categories = from.Keys<DataCategory>("categories"),
        Term = RetentionTermJson.Read(from)!,
        Side = from.Choice("side", RetentionSide.Both),
        Then = from.Choice("then", DisposalAction.Delete),
        Strength = from.Choice("strength", RetentionStrength.Own),
        Source = from.Object("source", CitationJson.Read),
        Effective = from.Object("effective", EffectiveIntervalJson.Read),
    };

    public static void Write(JsonObjectWriter to, RetentionRule rule)
    {
        to.Keys("categories", rule.Categories);
        RetentionTermJson.Write(to, rule.Term);
        to.Choice("side", rule.Side, RetentionSide.Both);
        to.Choice("then", rule.Then, DisposalAction.Delete);
        to.Choice("strength", rule.Strength, RetentionStrength.Own);
        to.Object("source", rule.Source, CitationJson.Write);
        if (!rule.Effective.IsAlways)
        {
            to.Object("effective", rule.Effective, EffectiveIntervalJson.Write);
        }
    }
}
