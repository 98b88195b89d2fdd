namespace GdprKit;

public abstract partial class EnglishRegisterWording
{
    /// <inheritdoc/>
    protected override string KeptWithoutEnd => "kept without an end date";

    /// <inheritdoc/>
    protected override string After => "after";

    /// <inheritdoc/>
    protected override string LastThatHappened => " (whichever was last)";

    /// <inheritdoc/>
    protected override string LastToCome => " (whichever comes last)";

    /// <inheritdoc/>
    protected override string OrIfThereIsNoSuchDay => "or, if there is no such day,";

    /// <inheritdoc/>
    protected override string LastOfTheseDays => "the last of these days";

    /// <inheritdoc/>
    public override string Name(DisposalAction action) => action switch
    {
        DisposalAction.Delete => "erase",
        DisposalAction.Blank => "blank",
        DisposalAction.Anonymise => "anonymise",
        DisposalAction.Archive => "archive",
        _ => "not declared",
    };

    /// <inheritdoc/>
    public override string Explanation(DisposalAction action) => action switch
    {
        DisposalAction.Delete => "The data are erased.",
        DisposalAction.Blank => "The content is erased. We keep only the fact that it was there.",
        DisposalAction.Anonymise => "The data are changed so that nobody can see any more that they are about you.",
        DisposalAction.Archive => "The data are set apart. We no longer use them in our daily work.",
        _ => "It was not declared what happens to the data.",
    };

    /// <inheritdoc/>
    public override string Name(RetentionStrength strength) => strength switch
    {
        RetentionStrength.Own => "own choice",
        RetentionStrength.Guideline => "guideline",
        RetentionStrength.Statute => "law",
        _ => "not declared",
    };

    /// <inheritdoc/>
    protected override string KeptUntil(RetentionRule rule, ProcessingRegister register)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var kept = rule.Side is RetentionSide.MustKeep ? "kept at least" : "kept";
        return rule.Term switch
        {
            RetentionTerm.UntilAge until => $"{kept} until you turn {until.Age}",
            RetentionTerm.WhileConsentStands => $"{kept} for as long as your consent stands",
            var term => $"{kept} until {End(term, register)}",
        };
    }

    /// <inheritdoc/>
    protected override string GoneBy(DisposalAction action, RetentionTerm term, ProcessingRegister register) => $"{Done(action)} no later than " + term switch
    {
        RetentionTerm.UntilAge until => $"the day you turn {until.Age}",
        RetentionTerm.WhileConsentStands => "the day your consent ends",
        _ when EndsWithTheEvent(term) => $"the day of {End(term, register)}",
        _ => End(term, register),
    };

    /// <inheritdoc/>
    protected override string Authority(RetentionRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule switch
        {
            { Source: null } => "",
            { Strength: RetentionStrength.Guideline } => $" (guideline: {rule.Source.Text})",
            { Strength: RetentionStrength.Own } => $" (our choice, see {rule.Source.Text})",
            _ => $" ({rule.Source.Text})",
        };
    }

    /// <inheritdoc/>
    protected override string AfterThat(DisposalAction action) => action is DisposalAction.Delete ? "" : $", then {Done(action)}";

    /// <inheritdoc/>
    protected override string When(EffectiveInterval effective) => effective switch
    {
        { From: { } from, Until: { } until } => $"; this applies from {Date(from)} up to and including {Date(until.PlusDays(-1))}",
        { From: { } from } => $"; this applies from {Date(from)}",
        { Until: { } until } => $"; this applies up to and including {Date(until.PlusDays(-1))}",
        _ => "",
    };

    /// <inheritdoc/>
    protected override string Anchored(RetentionAnchor anchor, string label) => anchor switch
    {
        RetentionAnchor.EndOfMonth => $"the end of the month of {label}",
        RetentionAnchor.EndOfCalendarYear => $"the end of the calendar year of {label}",
        RetentionAnchor.EndOfFinancialYear => $"the end of the financial year of {label}",
        _ => label,
    };

    private static string Done(DisposalAction action) => action switch
    {
        DisposalAction.Blank => "blanked",
        DisposalAction.Anonymise => "anonymised",
        DisposalAction.Archive => "archived",
        _ => "erased",
    };
}
