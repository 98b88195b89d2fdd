namespace GdprKit.Register;

/// <summary>Why special categories may be processed.</summary>
internal static class SpecialCategoryConditionJson
{
    public static SpecialCategoryCondition Read(JsonObjectReader from)
    {
        from.Require("ground");
        return new SpecialCategoryCondition(from.Choice<SpecialCategoryGround>("ground"), from.Object("law", CitationJson.Read));
    }

    public static void Write(JsonObjectWriter to, SpecialCategoryCondition condition)
    {
        to.Choice("ground", condition.Ground);
        to.Object("law", condition.Law, CitationJson.Write);
    }
}
