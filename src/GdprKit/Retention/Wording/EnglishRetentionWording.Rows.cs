namespace GdprKit;

public abstract partial class EnglishRetentionWording
{
    /// <inheritdoc/>
    public override string Name(FieldDisposal disposal) => disposal switch
    {
        FieldDisposal.WithRow => "stays as long as the row stays, which cannot do without it",
        FieldDisposal.Emptied => "is emptied",
        FieldDisposal.Replaced => "gets a value that says nothing about anybody",
        _ => "not declared",
    };

    /// <inheritdoc/>
    public override string Name(DependentDisposal disposal) => disposal switch
    {
        DependentDisposal.AwaitedFirst => "go first",
        DependentDisposal.GoAlong => "go along",
        DependentDisposal.Detached => "stay, apart from this row",
        _ => "not declared",
    };

    /// <inheritdoc/>
    public override string Explanation(DependentDisposal disposal) => disposal switch
    {
        DependentDisposal.AwaitedFirst => "As long as there is such a row, this row stays too. The values in it do go.",
        DependentDisposal.GoAlong => "Such rows hold nothing of their own that has to be kept.",
        DependentDisposal.Detached => "Such rows refer to nothing any more after that.",
        _ => "It is not declared what happens to such rows.",
    };

    /// <inheritdoc/>
    public override string Explanation(UnresolvedReason reason) => reason switch
    {
        UnresolvedReason.DateMissing => "There is no date on which the period begins.",
        UnresolvedReason.BeyondCalendar => "The date lies so far ahead that the period never ends, or what is stored is no date.",
        UnresolvedReason.ConsentUnknown => "It is not known whether the consent still stands.",
        UnresolvedReason.NoRuleInForce => "The rule that applied no longer does. No other has taken its place.",
        UnresolvedReason.NothingApplies => "No activity is about these data.",
        _ => "It is not declared why.",
    };

    /// <inheritdoc/>
    public override string Remedy(UnresolvedReason reason) => reason switch
    {
        UnresolvedReason.DateMissing => "Fill in the date of these rows, or declare in the register another date that counts instead.",
        UnresolvedReason.BeyondCalendar => "Correct the date, or empty it if that day has not come yet.",
        UnresolvedReason.ConsentUnknown => "Find out whether there is consent, and record it.",
        UnresolvedReason.NoRuleInForce => "Declare in the register which rule applies now.",
        UnresolvedReason.NothingApplies => "Declare in the register what these data are needed for, or remove them.",
        _ => "Let somebody look at it.",
    };
}
