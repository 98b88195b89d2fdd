namespace GdprKit;

public abstract partial class DutchNoticeWording
{
    /// <inheritdoc/>
    public override string Summary => "In het kort";

    /// <inheritdoc/>
    public override string WhoWeAreInShort => "Wie zijn wij?";

    /// <inheritdoc/>
    public override string ContactInShort => "Zo bereik je ons.";

    /// <inheritdoc/>
    public override string PurposesInShort => "Waarvoor?";

    /// <inheritdoc/>
    public override string PeriodsInShort => "Hoe lang?";

    /// <inheritdoc/>
    public override string PeriodsDiffer => "Dat verschilt per doel.";

    /// <inheritdoc/>
    public override string SeeTheOverview => "Bekijk het overzicht.";

    /// <inheritdoc/>
    public override string RecipientsInShort => "Wie krijgen je gegevens?";

    /// <inheritdoc/>
    public override string Count(int recipients) => recipients == 1 ? "Eén andere partij." : $"{recipients} andere partijen.";

    /// <inheritdoc/>
    public override string SeeWhoTheyAre => "Bekijk wie dat zijn.";

    /// <inheritdoc/>
    public override string RightsInShort => "Je rechten";

    /// <inheritdoc/>
    public override string RightsExist => "Je mag je gegevens bekijken, laten verbeteren en meer.";

    /// <inheritdoc/>
    public override string SeeYourRights => "Bekijk je rechten.";

    /// <inheritdoc/>
    public override string ObjectionInShort => "Bezwaar";

    /// <inheritdoc/>
    public override string ObjectionIsPossible => "Tegen sommig gebruik van je gegevens mag je bezwaar maken.";

    /// <inheritdoc/>
    public override string SeeHowToObject => "Lees hoe dat gaat.";
}
