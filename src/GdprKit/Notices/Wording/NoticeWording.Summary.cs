namespace GdprKit;

public abstract partial class NoticeWording
{
    /// <summary>The heading over the notice in short.</summary>
    public abstract string Summary { get; }

    /// <summary>Who the controller is, as a term.</summary>
    public abstract string WhoWeAreInShort { get; }

    /// <summary>The link to the contact details.</summary>
    public abstract string ContactInShort { get; }

    /// <summary>What the data are used for, as a term.</summary>
    public abstract string PurposesInShort { get; }

    /// <summary>How long data are kept, as a term.</summary>
    public abstract string PeriodsInShort { get; }

    /// <summary>That periods differ.</summary>
    public abstract string PeriodsDiffer { get; }

    /// <summary>The link to the overview.</summary>
    public abstract string SeeTheOverview { get; }

    /// <summary>Who receives data, as a term.</summary>
    public abstract string RecipientsInShort { get; }

    /// <summary>How many parties receive data.</summary>
    /// <param name="recipients">How many, one or more.</param>
    public abstract string Count(int recipients);

    /// <summary>The link to the recipients.</summary>
    public abstract string SeeWhoTheyAre { get; }

    /// <summary>The rights, as a term.</summary>
    public abstract string RightsInShort { get; }

    /// <summary>That people have rights.</summary>
    public abstract string RightsExist { get; }

    /// <summary>The link to the rights.</summary>
    public abstract string SeeYourRights { get; }

    /// <summary>Objection, as a term.</summary>
    public abstract string ObjectionInShort { get; }

    /// <summary>That people may object.</summary>
    public abstract string ObjectionIsPossible { get; }

    /// <summary>The link to the right to object.</summary>
    public abstract string SeeHowToObject { get; }
}
