using NodaTime;

namespace GdprKit.Mapping;

/// <summary>Writes a proposed activity.</summary>
internal sealed class ActivityCode(ActivityDraft draft, KeyNames keys)
{
    private const string Indent = "        ";

    private ProcessingActivity Activity => draft.Activity;

    public IEnumerable<string> Write(string method) =>
    [
        $"    {draft.Why}",
        $"    private static void {method}(ProcessingActivityBuilder activity) => activity",
        .. CodeLines.Chain(Indent, [.. Calls.Select(call => ((Mark?)null, call)), .. Activity.Retention.Select((rule, index) => ((Mark?)draft.Periods[index], Keep(rule)))]),
    ];

    private IEnumerable<string> Calls =>
    [
        $".Name({CSharpText.Arguments(Activity.Name)})",
        CodeLines.Call(
            Indent,
            "Purpose",
            [
                $"nl: {CSharpText.Literal(Activity.Purpose.Description[Language.Dutch])}",
                $"en: {CSharpText.Literal(Activity.Purpose.Description[Language.English])}",
                .. Activity.Purpose.Term is { } term ? [$"term: {CSharpText.Literal(term.ToString())}"] : Array.Empty<string>(),
            ]),
        Basis(Activity.Basis),
        .. Activity.SpecialCategoryCondition is { } condition ? [$".SpecialCategories(SpecialCategoryGround.{condition.Ground})"] : Array.Empty<string>(),
        CodeLines.Call(Indent, "About", [.. Activity.People.Select(people => keys[people])]),
        CodeLines.Call(Indent, "Uses", [.. Activity.Categories.Select(category => keys[category])]),
        CodeLines.Call(Indent, "SharedWith", [.. Activity.Recipients.Select(recipient => keys[recipient])]),
        .. Activity.Marketing.Select(channel => $".Marketing(MarketingChannel.{channel})"),
    ];

    private static string Basis(LawfulBasis basis) => basis switch
    {
        LawfulBasis.Consent => ".OnConsent()",
        LawfulBasis.Contract => ".OnContract()",
        LawfulBasis.LegalObligation { Law: var law } => CodeLines.Call(Indent, "OnLegalObligation", Cited(law)),
        LawfulBasis.LegitimateInterest { Interest: var interest } => $".OnLegitimateInterest({CSharpText.Arguments(interest)})",
        _ => throw new System.Diagnostics.UnreachableException(basis.GetType().Name),
    };

    private string Keep(RetentionRule rule)
    {
        var key = rule.Key.ToString() == Activity.Key.ToString() ? "" : $"{keys[rule.Key]}, ";
        var only = rule.Categories.IsEmpty ? "" : $".OnlyFor({string.Join(", ", rule.Categories.Select(category => keys[category]))})\n{Indent}    ";
        return $".Keep({key}keep => keep{only}{Term(rule.Term)}{Source(rule)})";
    }

    private string Term(RetentionTerm term) => term switch
    {
        RetentionTerm.After after =>
            $".For({Written(after.Period)}).{(after.Anchor is RetentionAnchor.EndOfFinancialYear ? "AfterEndOfFinancialYearOf" : "After")}"
            + $"({string.Join(", ", after.Events.Select(what => keys[what]))}){(after.Fallback is { } fallback ? $".Otherwise({keys[fallback]})" : "")}",
        RetentionTerm.WhileConsentStands => ".WhileConsentStands()",
        RetentionTerm.Indefinitely { Reason: var reason } => $".Indefinitely({CSharpText.Arguments(reason)})",
        _ => throw new System.Diagnostics.UnreachableException(term.GetType().Name),
    };

    private static string Source(RetentionRule rule) => rule.Source is { } source
        ? $"\n{Indent}    .{rule.Strength}({string.Join(", ", Cited(source))})"
        : "";

    private static string[] Cited(Citation law) =>
    [
        CSharpText.Literal(law.Text),
        .. law.Jurisdiction is { } country ? [CSharpText.Literal(country.Code)] : Array.Empty<string>(),
        .. law.Url is { } url ? [CSharpText.Literal(url.OriginalString)] : Array.Empty<string>(),
    ];

    private static string Written(Period period) => period switch
    {
        { Years: > 0 } => $"Period.FromYears({period.Years})",
        { Months: > 0 } => $"Period.FromMonths({period.Months})",
        { Weeks: > 0 } => $"Period.FromWeeks({period.Weeks})",
        _ => $"Period.FromDays({period.Days})",
    };
}
