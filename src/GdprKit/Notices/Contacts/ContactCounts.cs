using GdprKit.Ledger;

namespace GdprKit.Notices;

/// <summary>How many people there are, by the state of a certain stream about them. The numbers add up to all of them.</summary>
/// <param name="WithHead">How many have a head, for each of its states, ordered by state.</param>
/// <param name="Without">How many have none, those without a link to the ledger included.</param>
public sealed record ContactCounts(ValueList<HeadCount> WithHead, long Without)
{
    /// <summary>How many rows are people whose key cannot be read, is empty, or is too long to be linked: nobody can say who they are, so each counts as a person.</summary>
    /// <value>The default is 0.</value>
    public long Unidentified { get; init; }

    /// <summary>How many people there are.</summary>
    public long Total => Without + Unidentified + WithHead.Sum(each => each.Count);

    /// <summary>How many are in a state.</summary>
    /// <param name="status">The state.</param>
    public long Of(StreamStatus status) => WithHead.FirstOrDefault(each => each.Status == status)?.Count ?? 0;
}
