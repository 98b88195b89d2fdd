namespace GdprKit;

public abstract partial class DutchRegisterWording
{
    /// <inheritdoc/>
    public override string Question(string purpose, bool isExplicit) => isExplicit
        ? $"Ja, hiervoor geef ik uitdrukkelijk toestemming: {purpose}"
        : $"Ja, hiervoor geef ik toestemming: {purpose}";

    /// <inheritdoc/>
    protected override string ConsentLasts(string period) => $"Je toestemming geldt {period}. Daarna vervalt zij vanzelf.";

    /// <inheritdoc/>
    protected override string ConsentIsPerChannel => "Je kiest voor elk kanaal apart.";

    /// <inheritdoc/>
    protected override string ConsentIsConfirmed(string channels) => $"Je bevestigt eerst via {channels} dat het adres van jou is.";

    /// <inheritdoc/>
    protected override string ParentConsents => "Ben je volgens de wet nog te jong om zelf toestemming te geven? Dan vragen wij haar aan je ouder of voogd.";

    /// <inheritdoc/>
    protected override string CustomersNeedNotConsent =>
        "Ben je klant, dan mogen wij je zonder toestemming elektronische berichten sturen over eigen producten die lijken op wat je kocht. Je kunt ze bij de koop en in elk bericht weigeren.";
}
