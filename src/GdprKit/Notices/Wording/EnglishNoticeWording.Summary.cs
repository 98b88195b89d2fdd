namespace GdprKit;

public abstract partial class EnglishNoticeWording
{
    /// <inheritdoc/>
    public override string Summary => "In short";

    /// <inheritdoc/>
    public override string WhoWeAreInShort => "Who are we?";

    /// <inheritdoc/>
    public override string ContactInShort => "How to reach us.";

    /// <inheritdoc/>
    public override string PurposesInShort => "What for?";

    /// <inheritdoc/>
    public override string PeriodsInShort => "How long?";

    /// <inheritdoc/>
    public override string PeriodsDiffer => "That depends on the purpose.";

    /// <inheritdoc/>
    public override string SeeTheOverview => "See the overview.";

    /// <inheritdoc/>
    public override string RecipientsInShort => "Who receives your data?";

    /// <inheritdoc/>
    public override string Count(int recipients) => recipients == 1 ? "One other party." : $"{recipients} other parties.";

    /// <inheritdoc/>
    public override string SeeWhoTheyAre => "See who they are.";

    /// <inheritdoc/>
    public override string RightsInShort => "Your rights";

    /// <inheritdoc/>
    public override string RightsExist => "You may see your data, have them corrected and more.";

    /// <inheritdoc/>
    public override string SeeYourRights => "See your rights.";

    /// <inheritdoc/>
    public override string ObjectionInShort => "Objection";

    /// <inheritdoc/>
    public override string ObjectionIsPossible => "You may object to some uses of your data.";

    /// <inheritdoc/>
    public override string SeeHowToObject => "See how that works.";
}
