namespace GdprKit;

public abstract partial class NoticeWording
{
    /// <summary>The heading over the activities.</summary>
    public abstract string WhatWeDo { get; }

    /// <summary>What is told per activity.</summary>
    public abstract string PerPurpose { get; }

    /// <summary>Which of the readers are concerned, as a term.</summary>
    public abstract string WhoseData { get; }

    /// <summary>The categories of data, as a term.</summary>
    public abstract string WhichData { get; }

    /// <summary>Which law allows or prescribes the use of a category.</summary>
    /// <param name="law">The citation.</param>
    public abstract string LawOf(string law);

    /// <summary>The condition for special categories (Art. 9(2)), as a term.</summary>
    public abstract string WhySensitiveData { get; }

    /// <summary>The lawful basis (Art. 6(1)), as a term.</summary>
    public abstract string WhyWeMay { get; }

    /// <summary>What the law calls a ground.</summary>
    /// <param name="ground">Its name and article.</param>
    public abstract string InTheLaw(string ground);

    /// <summary>That the basis is an interest, before it is named.</summary>
    public abstract string BecauseOfAnInterest { get; }

    /// <summary>The legitimate interest (Art. 6(1)(f)), as a term.</summary>
    public abstract string OurInterest { get; }

    /// <summary>Whether data must be given, as a term.</summary>
    public abstract string MustYouGiveThem { get; }

    /// <summary>That a record comes into being by itself, so that nobody is asked for data.</summary>
    public abstract string NobodyAsksForThem { get; }

    /// <summary>The sources of data, as a term.</summary>
    public abstract string WhereTheyComeFrom { get; }

    /// <summary>The recipients, as a term.</summary>
    public abstract string WhoReceivesThem { get; }

    /// <summary>How long data are kept, as a term and as a heading of a column.</summary>
    public abstract string HowLong { get; }

    /// <summary>Automated decisions (Art. 22), as a term.</summary>
    public abstract string DoesAMachineDecide { get; }

    /// <summary>That a machine decides alone.</summary>
    public abstract string AMachineDecides { get; }

    /// <summary>Before how the machine decides.</summary>
    public abstract string HowAMachineDecides { get; }

    /// <summary>Before what the decision means for the person.</summary>
    public abstract string WhatADecisionMeans { get; }

    /// <summary>Before how the person gets a human to look at it.</summary>
    public abstract string HowAHumanLooks { get; }

    /// <summary>Direct marketing, as a term.</summary>
    public abstract string IsItAdvertising { get; }

    /// <summary>That it is direct marketing, and through which channels.</summary>
    /// <param name="channels">The channels.</param>
    public abstract string YesThrough(string channels);

    /// <summary>How consent works and what customers get without it, as a term.</summary>
    public abstract string HowConsentWorks { get; }

    /// <summary>The heading over the overview.</summary>
    public abstract string Overview { get; }

    /// <summary>The caption of the overview.</summary>
    public abstract string OverviewCaption { get; }

    /// <summary>The heading of the column with the activities.</summary>
    public abstract string UsedFor { get; }
}
