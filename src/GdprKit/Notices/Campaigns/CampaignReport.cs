namespace GdprKit;

/// <summary>How many people were told of a version. What is counted of the people whose data are held adds up to <see cref="Audience"/>.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record CampaignReport
{
    /// <summary>Everybody whose data are held, of the kinds of people for whom the version is.</summary>
    public required long Audience { get; init; }

    /// <summary>Who waits to be told, those included for whom it is tried again, and those whose data were removed before it was sent and are back.</summary>
    public required long Queued { get; init; }

    /// <summary>To whom it is being sent.</summary>
    public required long Sending { get; init; }

    /// <summary>Who was told, and did not say to have read it.</summary>
    public required long Sent { get; init; }

    /// <summary>To whom it was sent and from whom it came back.</summary>
    public required long Bounced { get; init; }

    /// <summary>To whom it cannot be sent, <see cref="Unidentified"/> included.</summary>
    public required long Unreachable { get; init; }

    /// <summary>
    /// How many of those who are unreachable are rows whose key cannot be read, is empty, or is too long: nobody can say who they are, so no delivery of theirs is
    /// listed. They are told once their keys are corrected.
    /// </summary>
    /// <value>The default is 0.</value>
    public long Unidentified { get; init; }

    /// <summary>Who said to have read it, on whichever way the person was told.</summary>
    public required long Acknowledged { get; init; }

    /// <summary>About whom something was recorded and of whom no data are held any more. Not part of <see cref="Audience"/>.</summary>
    public required long Left { get; init; }

    /// <summary>The numbers.</summary>
    public override string ToString() =>
        $"{Audience} people: {Queued} queued, {Sending} sending, {Sent} sent, {Bounced} bounced, {Unreachable} unreachable, {Acknowledged} acknowledged; {Left} left";
}
