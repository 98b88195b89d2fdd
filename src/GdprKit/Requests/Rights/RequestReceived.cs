using NodaTime;

namespace GdprKit.Requests;

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
