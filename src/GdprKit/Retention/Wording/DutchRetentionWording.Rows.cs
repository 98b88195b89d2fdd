namespace GdprKit;

public abstract partial class DutchRetentionWording
{
    /// <inheritdoc/>
    public override string Name(FieldDisposal disposal) => disposal switch
    {
        FieldDisposal.WithRow => "blijft zolang de rij blijft, die er niet zonder kan",
        FieldDisposal.Emptied => "wordt leeggemaakt",
        FieldDisposal.Replaced => "krijgt een waarde die niets over iemand zegt",
        _ => "niet vastgelegd",
    };

    /// <inheritdoc/>
    public override string Name(DependentDisposal disposal) => disposal switch
    {
        DependentDisposal.AwaitedFirst => "gaan eerst",
        DependentDisposal.GoAlong => "gaan mee weg",
        DependentDisposal.Detached => "blijven, los van deze rij",
        _ => "niet vastgelegd",
    };

    /// <inheritdoc/>
    public override string Explanation(DependentDisposal disposal) => disposal switch
    {
        DependentDisposal.AwaitedFirst => "Zolang er zo'n rij is, blijft deze rij ook. De waarden erin gaan wel weg.",
        DependentDisposal.GoAlong => "Zulke rijen bevatten zelf niets dat bewaard moet worden.",
        DependentDisposal.Detached => "Zulke rijen verwijzen daarna nergens meer naar.",
        _ => "Er is niet vastgelegd wat er met zulke rijen gebeurt.",
    };

    /// <inheritdoc/>
    public override string Explanation(UnresolvedReason reason) => reason switch
    {
        UnresolvedReason.DateMissing => "Er is geen datum waarop de termijn begint.",
        UnresolvedReason.BeyondCalendar => "De datum ligt zo ver weg dat de termijn nooit eindigt, of wat er staat is geen datum.",
        UnresolvedReason.ConsentUnknown => "Het is niet bekend of de toestemming nog geldt.",
        UnresolvedReason.NoRuleInForce => "De regel die gold, geldt niet meer. Er is geen andere voor in de plaats gekomen.",
        UnresolvedReason.NothingApplies => "Geen enkele verwerking gaat over deze gegevens.",
        _ => "Er is niet vastgelegd waarom.",
    };

    /// <inheritdoc/>
    public override string Remedy(UnresolvedReason reason) => reason switch
    {
        UnresolvedReason.DateMissing => "Vul de datum in bij deze rijen, of leg in het register een andere datum vast die dan telt.",
        UnresolvedReason.BeyondCalendar => "Verbeter de datum, of maak hem leeg als die dag nog niet is geweest.",
        UnresolvedReason.ConsentUnknown => "Zoek uit of er toestemming is, en leg dat vast.",
        UnresolvedReason.NoRuleInForce => "Leg in het register vast welke regel nu geldt.",
        UnresolvedReason.NothingApplies => "Leg in het register vast waarvoor deze gegevens nodig zijn, of verwijder ze.",
        _ => "Laat iemand ernaar kijken.",
    };
}
