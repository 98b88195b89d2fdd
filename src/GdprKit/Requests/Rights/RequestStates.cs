using GdprKit.Ledger;

namespace GdprKit.Requests;

/// <summary>
/// The states of requests as heads have them. Those for erasure have states of their own, because they keep nothing from going, and a store looks at nothing but the state to know.
/// </summary>
internal static class RequestStates
{
    private const string OfErasure = "erasure-";

    private static readonly RightsRequestStatus[] All = Enum.GetValues<RightsRequestStatus>();

    /// <summary>The states in which a request is still to be answered.</summary>
    public static ValueList<StreamStatus> Open { get; } = Both(All.Where(IsOpen));

    /// <summary>The states in which it is not any more.</summary>
    public static ValueList<StreamStatus> Closed { get; } = Both(All.Where(status => !IsOpen(status) && status is not RightsRequestStatus.Unknown));

    /// <summary>The states in which it has come to an end: closed, and not gone on with somewhere else.</summary>
    public static ValueList<StreamStatus> Ended { get; } =
        Both(All.Where(status => !IsOpen(status) && status is not (RightsRequestStatus.Unknown or RightsRequestStatus.Moved)));

    /// <summary>The states in which it keeps nothing of the person from going.</summary>
    public static ValueList<StreamStatus> Released { get; } =
        Closed.Concat(All.Select(status => Of(RightsRequestKind.Erasure, status))).Distinct().ToValueList();

    public static bool IsOpen(RightsRequestStatus status) => status is RightsRequestStatus.Received or RightsRequestStatus.ClarificationAsked
        or RightsRequestStatus.IdentityAsked or RightsRequestStatus.Accepted or RightsRequestStatus.RefusedInPart;

    public static StreamStatus Of(RightsRequestKind kind, RightsRequestStatus status) =>
        kind is RightsRequestKind.Erasure ? StreamStatus.Parse(OfErasure + StreamStatus.Of(status)) : StreamStatus.Of(status);

    private static ValueList<StreamStatus> Both(IEnumerable<RightsRequestStatus> statuses) =>
        statuses.SelectMany(status => new[] { Of(RightsRequestKind.Access, status), Of(RightsRequestKind.Erasure, status) }).ToValueList();
}
