namespace GdprKit;

public abstract partial class DutchRegisterWording
{
    /// <inheritdoc/>
    protected override string KeptWithoutEnd => "bewaard zonder einddatum";

    /// <inheritdoc/>
    protected override string After => "na";

    /// <inheritdoc/>
    protected override string LastThatHappened => " (wat het laatst was)";

    /// <inheritdoc/>
    protected override string LastToCome => " (wat het laatst komt)";

    /// <inheritdoc/>
    protected override string OrIfThereIsNoSuchDay => "of, als die dag er niet is,";

    /// <inheritdoc/>
    protected override string LastOfTheseDays => "de laatste van deze dagen";

    /// <inheritdoc/>
    public override string Name(DisposalAction action) => action switch
    {
        DisposalAction.Delete => "wissen",
        DisposalAction.Blank => "leegmaken",
        DisposalAction.Anonymise => "anonimiseren",
        DisposalAction.Archive => "afschermen",
        _ => "niet vastgelegd",
    };

    /// <inheritdoc/>
    public override string Explanation(DisposalAction action) => action switch
    {
        DisposalAction.Delete => "De gegevens worden gewist.",
        DisposalAction.Blank => "De inhoud wordt gewist; dat er iets was, blijft bewaard.",
        DisposalAction.Anonymise => "De gegevens worden zo veranderd dat niemand nog kan zien dat ze over jou gaan.",
        DisposalAction.Archive => "De gegevens worden apart gezet. Wij gebruiken ze niet meer in ons dagelijkse werk.",
        _ => "Er is niet vastgelegd wat er met de gegevens gebeurt.",
    };

    /// <inheritdoc/>
    public override string Name(RetentionStrength strength) => strength switch
    {
        RetentionStrength.Own => "eigen keuze",
        RetentionStrength.Guideline => "richtlijn",
        RetentionStrength.Statute => "wet",
        _ => "niet vastgelegd",
    };

    /// <inheritdoc/>
    protected override string KeptUntil(RetentionRule rule, ProcessingRegister register)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var kept = rule.Side is RetentionSide.MustKeep ? "minstens bewaard" : "bewaard";
        return rule.Term switch
        {
            RetentionTerm.UntilAge until => $"{kept} tot je {until.Age} wordt",
            RetentionTerm.WhileConsentStands => $"{kept} zolang je toestemming geldt",
            var term => $"{kept} tot {End(term, register)}",
        };
    }

    /// <inheritdoc/>
    protected override string GoneBy(DisposalAction action, RetentionTerm term, ProcessingRegister register) => $"uiterlijk {Done(action)} " + term switch
    {
        RetentionTerm.UntilAge until => $"op de dag dat je {until.Age} wordt",
        RetentionTerm.WhileConsentStands => "op de dag dat je toestemming stopt",
        _ when EndsWithTheEvent(term) => $"op de dag van {End(term, register)}",
        _ when EndsWithTheAnchor(term) => $"aan {End(term, register)}",
        _ when IsList(term) => $"op {End(term, register)}",
        _ => End(term, register),
    };

    /// <inheritdoc/>
    protected override string Authority(RetentionRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule switch
        {
            { Source: null } => "",
            { Strength: RetentionStrength.Guideline } => $" (richtlijn: {rule.Source.Text})",
            { Strength: RetentionStrength.Own } => $" (onze keuze, zie {rule.Source.Text})",
            _ => $" ({rule.Source.Text})",
        };
    }

    /// <inheritdoc/>
    protected override string AfterThat(DisposalAction action) => action is DisposalAction.Delete ? "" : $", daarna {Done(action)}";

    /// <inheritdoc/>
    protected override string When(EffectiveInterval effective) => effective switch
    {
        { From: { } from, Until: { } until } => $"; dit geldt van {Date(from)} tot en met {Date(until.PlusDays(-1))}",
        { From: { } from } => $"; dit geldt vanaf {Date(from)}",
        { Until: { } until } => $"; dit geldt tot en met {Date(until.PlusDays(-1))}",
        _ => "",
    };

    /// <inheritdoc/>
    protected override string Anchored(RetentionAnchor anchor, string label) => anchor switch
    {
        RetentionAnchor.EndOfMonth => $"het einde van de maand van {label}",
        RetentionAnchor.EndOfCalendarYear => $"het einde van het kalenderjaar van {label}",
        RetentionAnchor.EndOfFinancialYear => $"het einde van het boekjaar van {label}",
        _ => label,
    };

    private static string Done(DisposalAction action) => action switch
    {
        DisposalAction.Blank => "leeggemaakt",
        DisposalAction.Anonymise => "geanonimiseerd",
        DisposalAction.Archive => "afgeschermd",
        _ => "gewist",
    };
}
