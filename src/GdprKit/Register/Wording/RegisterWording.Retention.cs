namespace GdprKit;

public abstract partial class RegisterWording
{
    /// <summary>
    /// A retention rule as a fragment, with the categories it is about where these are not all of the activity's:
    /// "e-mailadres: bewaard tot 2 jaar na je laatste aankoop", "e-mail address: kept until 2 years after your last purchase".
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <param name="register">The register that declares the rule.</param>
    public string Sentence(RetentionRule rule, ProcessingRegister register)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(register);
        var categories = And(rule.Categories.Select(category => Text(register.Categories[category].Label)));
        return categories.Length == 0 ? HowLong(rule, register) : $"{categories}: {HowLong(rule, register)}";
    }

    /// <summary>
    /// How long a retention rule keeps data, as a fragment: "bewaard tot 7 jaar na het einde van het kalenderjaar van de factuur
    /// (art. 52 AWR)", "kept until 2 years after your last purchase".
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <param name="register">The register that declares the rule.</param>
    public string HowLong(RetentionRule rule, ProcessingRegister register)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(register);
        var (kept, reason) = rule.Term is RetentionTerm.Indefinitely indefinitely
            ? (KeptWithoutEnd, $": {Fragment(indefinitely.Reason)}")
            : (rule.Side is RetentionSide.MustBeGone ? GoneBy(rule.Then, rule.Term, register) : KeptUntil(rule, register), "");
        return $"{kept}{Authority(rule)}{AfterThat(rule)}{When(rule.Effective)}{reason}";
    }

    /// <summary>What happens to data at the end: "wissen", "erase".</summary>
    /// <param name="action">The action.</param>
    public abstract string Name(DisposalAction action);

    /// <summary>What is left of data after the action.</summary>
    /// <param name="action">The action.</param>
    /// <returns>One sentence.</returns>
    public abstract string Explanation(DisposalAction action);

    /// <summary>On whose authority a period is what it is: "wet", "law".</summary>
    /// <param name="strength">The authority.</param>
    public abstract string Name(RetentionStrength strength);

    /// <summary>That data are kept without end: "bewaard zonder einddatum".</summary>
    protected abstract string KeptWithoutEnd { get; }

    /// <summary>That data are kept until the end of a term: "bewaard tot je 18 wordt", and, as a minimum, "minstens bewaard tot je 18 wordt".</summary>
    /// <param name="rule">A rule that ends.</param>
    /// <param name="register">The register that declares the rule.</param>
    protected abstract string KeptUntil(RetentionRule rule, ProcessingRegister register);

    /// <summary>That data are gone at the latest at the end of a term: "uiterlijk gewist op de dag dat je 18 wordt".</summary>
    /// <param name="action">What makes them go.</param>
    /// <param name="term">When.</param>
    /// <param name="register">The register that declares the events.</param>
    protected abstract string GoneBy(DisposalAction action, RetentionTerm term, ProcessingRegister register);

    /// <summary>The law or guideline behind a rule, in parentheses and with the space before it; empty where there is none.</summary>
    /// <param name="rule">The rule.</param>
    protected abstract string Authority(RetentionRule rule);

    /// <summary>What happens after data were kept, where that is not simply that they go: ", daarna geanonimiseerd".</summary>
    /// <param name="action">What happens.</param>
    protected abstract string AfterThat(DisposalAction action);

    /// <summary>When a rule applies, after a semicolon; empty for always.</summary>
    /// <param name="effective">The days.</param>
    protected abstract string When(EffectiveInterval effective);

    /// <summary>The label of an event: "je laatste aankoop", "your last purchase".</summary>
    /// <param name="key">The key of the event.</param>
    /// <param name="register">The register that declares it.</param>
    protected string Label(Key<RetentionEvent> key, ProcessingRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return Text(register.Events[key].Label);
    }

    private string AfterThat(RetentionRule rule) =>
        rule.Side is RetentionSide.MustBeGone || rule.Term is RetentionTerm.Indefinitely ? "" : AfterThat(rule.Then);
}
