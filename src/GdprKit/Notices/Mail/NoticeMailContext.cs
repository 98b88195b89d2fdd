namespace GdprKit;

/// <summary>What a mail about a notice is written from. It says nothing about the person but the language.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record NoticeMailContext
{
    /// <summary>The version of which the person is told.</summary>
    public required NoticeVersion Version { get; init; }

    /// <summary>The language.</summary>
    public required Language Language { get; init; }

    /// <summary>Who decides.</summary>
    public required DataController Controller { get; init; }

    /// <summary>Where everybody can read the version.</summary>
    public required Uri Read { get; init; }

    /// <summary>Where this person can say to have read it.</summary>
    public required Uri Confirm { get; init; }

    /// <summary>Whether the person was told before and is reminded.</summary>
    public bool IsReminder { get; init; }
}
