namespace GdprKit;

public abstract partial class DutchNoticeWording
{
    /// <inheritdoc/>
    public override string WhatWeDo => "Wat wij met je gegevens doen";

    /// <inheritdoc/>
    public override string PerPurpose => "Per doel lees je hier welke gegevens wij gebruiken, waarom dat mag en hoe lang wij ze bewaren.";

    /// <inheritdoc/>
    public override string WhoseData => "Over wie?";

    /// <inheritdoc/>
    public override string WhichData => "Welke gegevens?";

    /// <inheritdoc/>
    public override string LawOf(string law) => $"Dat staat in {law}.";

    /// <inheritdoc/>
    public override string WhySensitiveData => "Waarom mag dat met gevoelige gegevens?";

    /// <inheritdoc/>
    public override string WhyWeMay => "Waarom mag dat?";

    /// <inheritdoc/>
    public override string InTheLaw(string ground) => $"Grondslag: {ground}.";

    /// <inheritdoc/>
    public override string BecauseOfAnInterest => "Wij hebben hier een belang bij.";

    /// <inheritdoc/>
    public override string OurInterest => "Wat is ons belang?";

    /// <inheritdoc/>
    public override string MustYouGiveThem => "Moet je ze geven?";

    /// <inheritdoc/>
    public override string NobodyAsksForThem => "Wij vragen je niet om deze gegevens. Ze ontstaan als je iets kiest of ons iets vraagt.";

    /// <inheritdoc/>
    public override string WhereTheyComeFrom => "Waar komen ze vandaan?";

    /// <inheritdoc/>
    public override string WhoReceivesThem => "Wie krijgen ze?";

    /// <inheritdoc/>
    public override string HowLong => "Hoe lang?";

    /// <inheritdoc/>
    public override string DoesAMachineDecide => "Beslist een computer?";

    /// <inheritdoc/>
    public override string AMachineDecides =>
        $"Ja. Een computer neemt deze beslissing over jou, zonder dat er een mens meekijkt ({Register.Article("22")}).";

    /// <inheritdoc/>
    public override string HowAMachineDecides => "Zo werkt dat.";

    /// <inheritdoc/>
    public override string WhatADecisionMeans => "Dit betekent het voor jou.";

    /// <inheritdoc/>
    public override string HowAHumanLooks => "Zo kijkt er een mens mee.";

    /// <inheritdoc/>
    public override string IsItAdvertising => "Is dit reclame?";

    /// <inheritdoc/>
    public override string YesThrough(string channels) => $"Ja, via {channels}. Je mag daar altijd nee tegen zeggen.";

    /// <inheritdoc/>
    public override string HowConsentWorks => "Hoe werkt je keuze?";

    /// <inheritdoc/>
    public override string Overview => "Alle gegevens in één overzicht";

    /// <inheritdoc/>
    public override string OverviewCaption => "Waarvoor wij welke gegevens gebruiken, waarom dat mag en hoe lang.";

    /// <inheritdoc/>
    public override string UsedFor => "Waarvoor?";
}
