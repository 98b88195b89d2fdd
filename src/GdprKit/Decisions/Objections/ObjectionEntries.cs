using GdprKit.Ledger;

namespace GdprKit.Decisions;

/// <summary>What is recorded about objections.</summary>
internal static class ObjectionEntries
{
    public static EntryType<ObjectionStep> Raised { get; } = new("objection.raised/1", static () => DecisionsJson.Default.ObjectionStep);

    public static EntryType<ObjectionStep> Weighed { get; } = new("objection.weighed/1", static () => DecisionsJson.Default.ObjectionStep);

    public static EntryType<ObjectionStep> Upheld { get; } = new("objection.upheld/1", static () => DecisionsJson.Default.ObjectionStep);

    public static EntryType<ObjectionStep> Overridden { get; } = new("objection.overridden/1", static () => DecisionsJson.Default.ObjectionStep);

    public static EntryType<ObjectionStep> Withdrawn { get; } = new("objection.withdrawn/1", static () => DecisionsJson.Default.ObjectionStep);

    public static EntryType<ObjectionStep> To(ObjectionStatus status) => status switch
    {
        ObjectionStatus.Raised => Raised,
        ObjectionStatus.Pending => Weighed,
        ObjectionStatus.Upheld => Upheld,
        ObjectionStatus.Overridden => Overridden,
        _ => Withdrawn,
    };
}
