using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>The facts of every entry about a request.</summary>
internal interface IRequestFacts
{
    /// <summary>On which day it happened, where the controller is.</summary>
    LocalDate On { get; }

    /// <summary>Who did it in the name of the controller; <see langword="null"/> where the person did, or nobody had to.</summary>
    Key<Operator>? By { get; }
}

/// <summary>A request was received; the id of the entry is that of the request, unless it was carried over from nobody.</summary>
internal sealed record RequestReceived(
    RightsRequestKind Kind,
    RightsRequestChannel Through,
    RightsRequestOrigin From,
    LocalDate On,
    Key<Operator>? By,
    RightsRequestDates Dates,
    Key<ProcessingActivity>? Activity,
    bool IsAgainstMarketing) : IRequestFacts;

/// <summary>The person was asked something.</summary>
internal sealed record RequestAsked(LocalDate On, Key<Operator>? By, bool StopsTheClock) : IRequestFacts;

/// <summary>The person answered; when the answer of the controller is due now.</summary>
internal sealed record RequestAnswered(LocalDate On, Key<Operator>? By, RightsRequestDates Dates) : IRequestFacts;

/// <summary>The request was granted; a restriction on which ground.</summary>
internal sealed record RequestAccepted(LocalDate On, Key<Operator>? By, RestrictionGround? Restriction) : IRequestFacts;

/// <summary>The request was refused, or a part of it; of which kind it is, so that the ground has its article.</summary>
internal sealed record RequestRefused(LocalDate On, Key<Operator>? By, RightsRequestKind Kind, RightsRequestGround Ground) : IRequestFacts;

/// <summary>It was told that the answer takes longer, and until which day.</summary>
internal sealed record RequestExtended(LocalDate On, Key<Operator>? By, LocalDate Until) : IRequestFacts;

/// <summary>The request was carried out.</summary>
internal sealed record RequestFulfilled(LocalDate On, Key<Operator>? By, RightsFulfilmentMeans Means, Digest? Answer, EntryId? Order) : IRequestFacts;

/// <summary>The request is handled together with another one.</summary>
internal sealed record RequestMerged(LocalDate On, Key<Operator>? By, EntryId Other) : IRequestFacts;

/// <summary>Something of which there is no more to say than when, and by whom.</summary>
internal sealed record RequestStep(LocalDate On, Key<Operator>? By) : IRequestFacts;
