namespace GdprKit;

public abstract partial class DutchNoticeWording
{
    /// <inheritdoc/>
    public override string WhenAPeriodEnds => "Als de bewaartijd voorbij is";

    /// <inheritdoc/>
    public override string AboutPeriods =>
        "Is de bewaartijd voorbij? Dan ruimen wij de gegevens op. Gebruiken wij gegevens voor meer doelen? Dan blijven ze tot de langste bewaartijd voorbij is.";

    /// <inheritdoc/>
    public override string Backups => "Back-ups";

    /// <inheritdoc/>
    public override string AboutBackups =>
        "Wij maken back-ups om gegevens te kunnen herstellen na een storing. Wat wij wissen, staat daar nog een tijd in.";

    /// <inheritdoc/>
    public override string BackupsAreLeftAlone =>
        "Tot die tijd gebruiken wij die gegevens niet. Zetten wij een back-up terug? Dan wissen wij ze opnieuw.";

    /// <inheritdoc/>
    public override string Changes => "Als er iets verandert";

    /// <inheritdoc/>
    public override string NewPurposesAreToldBeforehand =>
        $"Willen wij je gegevens voor een nieuw doel gebruiken? Dan vertellen wij je dat van tevoren, met alles wat daarbij hoort ({Register.Article("13(3)")} en {Register.Article("14(4)")}).";

    /// <inheritdoc/>
    public override string OtherChanges =>
        "Verandert er iets anders dat belangrijk voor je is? Dan laten wij je dat weten. De nieuwste tekst vind je altijd hier.";
}
