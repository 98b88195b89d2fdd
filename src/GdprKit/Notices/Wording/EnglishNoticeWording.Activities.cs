namespace GdprKit;

public abstract partial class EnglishNoticeWording
{
    /// <inheritdoc/>
    public override string WhatWeDo => "What we do with your data";

    /// <inheritdoc/>
    public override string PerPurpose => "For each purpose you can read which data we use, why we may do so and how long we keep them.";

    /// <inheritdoc/>
    public override string WhoseData => "About whom?";

    /// <inheritdoc/>
    public override string WhichData => "Which data?";

    /// <inheritdoc/>
    public override string LawOf(string law) => $"That is in {law}.";

    /// <inheritdoc/>
    public override string WhySensitiveData => "Why may we use sensitive data?";

    /// <inheritdoc/>
    public override string WhyWeMay => "Why may we do this?";

    /// <inheritdoc/>
    public override string InTheLaw(string ground) => $"Legal ground: {ground}.";

    /// <inheritdoc/>
    public override string BecauseOfAnInterest => "We have an interest in this.";

    /// <inheritdoc/>
    public override string OurInterest => "What is our interest?";

    /// <inheritdoc/>
    public override string MustYouGiveThem => "Do you have to give them?";

    /// <inheritdoc/>
    public override string NobodyAsksForThem =>
        "We do not ask you for these data. They arise when you choose something or ask us something.";

    /// <inheritdoc/>
    public override string WhereTheyComeFrom => "Where do they come from?";

    /// <inheritdoc/>
    public override string WhoReceivesThem => "Who receives them?";

    /// <inheritdoc/>
    public override string HowLong => "How long?";

    /// <inheritdoc/>
    public override string DoesAMachineDecide => "Does a computer decide?";

    /// <inheritdoc/>
    public override string AMachineDecides =>
        $"Yes. A computer makes this decision about you, without a human being involved ({Register.Article("22")}).";

    /// <inheritdoc/>
    public override string HowAMachineDecides => "How it works.";

    /// <inheritdoc/>
    public override string WhatADecisionMeans => "What it means for you.";

    /// <inheritdoc/>
    public override string HowAHumanLooks => "How to get a human to look.";

    /// <inheritdoc/>
    public override string IsItAdvertising => "Is this advertising?";

    /// <inheritdoc/>
    public override string YesThrough(string channels) => $"Yes, by {channels}. You may always say no to it.";

    /// <inheritdoc/>
    public override string HowConsentWorks => "How does your choice work?";

    /// <inheritdoc/>
    public override string Overview => "All data in one overview";

    /// <inheritdoc/>
    public override string OverviewCaption => "What we use which data for, why we may, and for how long.";

    /// <inheritdoc/>
    public override string UsedFor => "What for?";
}
