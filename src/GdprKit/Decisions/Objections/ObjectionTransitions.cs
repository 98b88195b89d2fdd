namespace GdprKit.Decisions;

/// <summary>From which state an objection can come to which. To where it is already, it comes without an entry.</summary>
internal static class ObjectionTransitions
{
    public static bool Allow(ObjectionStatus from, ObjectionStatus to, bool isOfMarketing) => isOfMarketing ? AllowMarketing(from, to) : (from, to) switch
    {
        (ObjectionStatus.Unknown or ObjectionStatus.Withdrawn, ObjectionStatus.Raised) => true,

        // The situation of the person can change, and with it the balance.
        (ObjectionStatus.Overridden, ObjectionStatus.Raised or ObjectionStatus.Upheld) => true,
        (ObjectionStatus.Raised, ObjectionStatus.Pending) => true,
        (ObjectionStatus.Raised or ObjectionStatus.Pending, ObjectionStatus.Upheld or ObjectionStatus.Overridden) => true,
        (not (ObjectionStatus.Unknown or ObjectionStatus.Withdrawn), ObjectionStatus.Withdrawn) => true,
        _ => false,
    };

    // There is nothing to weigh (Art. 21(3)).
    private static bool AllowMarketing(ObjectionStatus from, ObjectionStatus to) => (from, to) switch
    {
        (ObjectionStatus.Unknown or ObjectionStatus.Withdrawn, ObjectionStatus.Raised) => true,
        (ObjectionStatus.Raised, ObjectionStatus.Withdrawn) => true,
        _ => false,
    };
}
