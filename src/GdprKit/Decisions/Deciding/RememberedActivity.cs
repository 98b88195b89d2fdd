using NodaTime;

namespace GdprKit.Decisions;

/// <summary>What was read of a person for an activity, and the decisions that were made of it.</summary>
/// <param name="activity">The activity.</param>
/// <param name="facts">What was read.</param>
/// <param name="readAt">When reading began.</param>
/// <param name="until">Until when it counts: the declared bound, or the moment at which a consent expires.</param>
internal sealed class RememberedActivity(Key<ProcessingActivity> activity, PersonFacts facts, Instant readAt, Instant until)
{
    private const int Channels = (int)MarketingChannel.Post + 2;

    private const int Operations = (int)ProcessingOperation.Store + 1;

    private const int Exemptions = (int)RestrictionExemption.PublicInterest + 2;

    private readonly ProcessingDecision?[] _decisions = new ProcessingDecision?[Channels * Operations * Exemptions];

    public Key<ProcessingActivity> Activity => activity;

    public PersonFacts Facts => facts;

    public Instant ReadAt => readAt;

    /// <summary>Whether it counts at a moment. A clock that was put back makes it count no more.</summary>
    public bool IsGoodAt(Instant now) => now >= readAt && now < until;

    public ProcessingDecision? DecisionOn(ProcessingUse use) => Place(use) is >= 0 and var place ? Volatile.Read(ref _decisions[place]) : null;

    public void Keep(ProcessingUse use, ProcessingDecision decision)
    {
        if (Place(use) is >= 0 and var place)
        {
            Volatile.Write(ref _decisions[place], decision);
        }
    }

    // A value that no enumeration has is judged anew each time.
    private static int Place(ProcessingUse use)
    {
        var channel = use.Channel is { } asked ? (int)asked + 1 : 0;
        var exemption = use.Exemption is { } named ? (int)named + 1 : 0;
        var operation = (int)use.Operation;
        return use.IsMemorable && (uint)channel < Channels && (uint)operation < Operations && (uint)exemption < Exemptions
            ? (((channel * Operations) + operation) * Exemptions) + exemption
            : -1;
    }
}
