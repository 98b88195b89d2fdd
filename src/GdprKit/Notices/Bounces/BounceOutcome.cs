namespace GdprKit;

/// <summary>What became of a report that a mail came back.</summary>
public enum BounceOutcome
{
    /// <summary>It is about no mail of ours, or of somebody whose data were removed, or it is no such report; nothing was recorded.</summary>
    Unknown = 0,

    /// <summary>The mail server goes on trying; nothing was recorded.</summary>
    Temporary,

    /// <summary>It was recorded, or had been before, or it is known by now that the person was told in another way.</summary>
    Taken,
}
