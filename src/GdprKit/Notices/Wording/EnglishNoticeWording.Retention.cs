namespace GdprKit;

public abstract partial class EnglishNoticeWording
{
    /// <inheritdoc/>
    public override string WhenAPeriodEnds => "When a period ends";

    /// <inheritdoc/>
    public override string AboutPeriods =>
        "When the period ends, we erase the data. If we use data for several purposes, we keep them until the longest period ends.";

    /// <inheritdoc/>
    public override string Backups => "Backups";

    /// <inheritdoc/>
    public override string AboutBackups =>
        "We make backups so that we can restore data after a failure. What we erase stays in them for a while.";

    /// <inheritdoc/>
    public override string BackupsAreLeftAlone => "Until then we do not use those data. Do we restore a backup? Then we erase them again.";

    /// <inheritdoc/>
    public override string Changes => "When something changes";

    /// <inheritdoc/>
    public override string NewPurposesAreToldBeforehand =>
        $"Do we want to use your data for a new purpose? Then we tell you beforehand, with everything that belongs to it ({Register.Article("13(3)")} and {Register.Article("14(4)")}).";

    /// <inheritdoc/>
    public override string OtherChanges =>
        "Does anything else change that matters to you? Then we let you know. You always find the latest text here.";
}
