using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GdprKit.Ledger;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit.Consent;

/// <summary>What the register and the law ask of consent before anything is recorded.</summary>
internal sealed class ConsentRequirements(ProcessingRegister register, DigitalConsentAges ages, IClock clock)
{
    // Of the life of the register: whoever records is made anew for each request.
    private static readonly ConditionalWeakTable<ProcessingRegister, ConcurrentDictionary<Key<ProcessingActivity>, LedgerContent>> Agreements = [];

    private readonly ConcurrentDictionary<Key<ProcessingActivity>, LedgerContent> _agreements = Agreements.GetOrAdd(register, _ => new());

    public ProcessingRegister Register => register;

    /// <summary>What somebody agrees to who agrees now, as content.</summary>
    public LedgerContent AgreementOf(ProcessingActivity activity) =>
        _agreements.GetOrAdd(activity.Key, key => LedgerContent.Of(register.Only(key).ToCanonicalJson()));

    public Instant Now => LedgerTime.Floor(clock.GetCurrentInstant());

    /// <summary>The activity of a topic about which people are asked.</summary>
    public ProcessingActivity Require(ConsentTopic topic)
    {
        if (!register.Activities.TryGet(topic.Activity, out var activity))
        {
            throw ConsentRefusals.UnknownActivity(topic.Activity);
        }

        if (!activity.AsksConsent)
        {
            throw ConsentRefusals.AnotherBasis(topic.Activity);
        }

        return (activity.Consent?.PerChannel is true, topic.Channel) switch
        {
            (true, { } channel) when activity.Marketing.Contains(channel) => activity,
            (true, _) => throw ConsentRefusals.ChannelNeeded(topic.Activity),
            (false, null) => activity,
            _ => throw ConsentRefusals.ChannelNeedless(topic.Activity),
        };
    }

    public void Require(ConsentSignal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        if (signal.By is ConsentActor.Unspecified or ConsentActor.Import || !Enum.IsDefined(signal.By))
        {
            throw ConsentRefusals.Incomplete("who made it known");
        }

        if (signal.Medium is ConsentMedium.Unspecified || !Enum.IsDefined(signal.Medium))
        {
            throw ConsentRefusals.Incomplete("over what it was made known");
        }

        if (signal.At is { } at)
        {
            RequireNotFuture(at);
        }
    }

    /// <summary>Clocks of two machines may differ by a few minutes; what lies further ahead did not happen.</summary>
    public void RequireNotFuture(Instant at)
    {
        if (SubjectLink.LiesAhead(at, clock.GetCurrentInstant()))
        {
            throw ConsentRefusals.InTheFuture();
        }
    }

    public void Require(ConsentEvidence evidence, ProcessingActivity activity)
    {
        Require(evidence);
        if (evidence.Wording is null)
        {
            throw ConsentRefusals.Incomplete("the exact words and their language");
        }

        if (evidence.Mechanism is ConsentMechanism.Unspecified || !Enum.IsDefined(evidence.Mechanism))
        {
            throw ConsentRefusals.Incomplete("by which act it was given");
        }

        if (evidence.Mechanism is ConsentMechanism.Setting && register.NeedsExplicitConsent(activity.Key))
        {
            throw ConsentRefusals.NotExplicit();
        }

        if (evidence.By is ConsentActor.Person or ConsentActor.Employee)
        {
            RequireAge(activity, evidence.At ?? Now, evidence.Age, evidence.Country);
        }
    }

    /// <summary>An age that is not known protects as one that is too low.</summary>
    public void RequireAge(ProcessingActivity activity, Instant at, int? age, CountryCode? country)
    {
        if (AgeNeeded(activity, at, country) is { } needed && !(age >= needed))
        {
            throw ConsentRefusals.TooYoung(needed);
        }
    }

    public int? AgeNeeded(ProcessingActivity activity, Instant at, CountryCode? country) => activity.AddressesMinors
        ? ages.On(at.InZone(register.Controller.TimeZone).Date, country ?? register.Controller.Country)
        : null;

    /// <summary>When consent that was given at an instant expires: as long after it on the controller's clock.</summary>
    public Instant? Until(ProcessingActivity activity, Instant at)
    {
        return activity.Consent?.ValidFor is { } period ? register.Controller.After(at, period) : null;
    }

    /// <summary>When consent expires that was given by a text of before: as that text told, and no later than what the register says by now.</summary>
    public Instant? Until(ProcessingActivity activity, ProcessingActivity? then, Instant at)
    {
        var (today, told) = (Until(activity, at), then is null ? null : Until(then, at));
        return told < today || today is null ? told ?? today : today;
    }

    /// <summary>The channels of a topic over which the person confirms that the address is theirs.</summary>
    public static ValueList<MarketingChannel> ConfirmationOf(ProcessingActivity activity, ConsentTopic topic) =>
        (activity.Consent?.DoubleOptIn ?? []).Where(channel => topic.Channel is null || topic.Channel == channel).ToValueList();
}
