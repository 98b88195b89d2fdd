using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>How entries about a request become its state. What may follow on what is for who records it; an entry that stands is history.</summary>
internal static class RequestFold
{
    public static StreamFold<RightsRequest> Create() => new StreamFold<RightsRequest>("rights-request", version: 2, new(), static () => RequestsJson.Default.RightsRequest)
        .On(RequestEntries.Received, static (_, entry) => Received(entry))
        .On(RequestEntries.ClarificationAsked, static (state, entry) => Asked(state, entry, RightsRequestStatus.ClarificationAsked))
        .On(RequestEntries.Clarified, static (state, entry) => Answered(state, entry) with { IsClarified = true })
        .On(RequestEntries.IdentityAsked, static (state, entry) => Asked(state, entry, RightsRequestStatus.IdentityAsked))
        .On(RequestEntries.IdentityConfirmed, static (state, entry) => Answered(state, entry) with { IsIdentityConfirmed = true })
        .On(RequestEntries.Accepted, static (state, entry) => state.To(RightsRequestStatus.Accepted, entry.RecordedAt))
        .On(RequestEntries.Refused, static (state, entry) => state.To(RightsRequestStatus.Refused, entry.RecordedAt) with { Ground = entry.Facts.Ground })
        .On(RequestEntries.RefusedInPart, static (state, entry) => state.To(RightsRequestStatus.RefusedInPart, entry.RecordedAt) with { Ground = entry.Facts.Ground })
        .On(RequestEntries.Extended, static (state, entry) => state with { ExtendedOn = entry.Facts.On })
        .On(RequestEntries.Fulfilled, static (state, entry) => state.To(RightsRequestStatus.Fulfilled, entry.RecordedAt) with { Means = entry.Facts.Means })
        .On(RequestEntries.Withdrawn, static (state, entry) => state.To(RightsRequestStatus.Withdrawn, entry.RecordedAt))
        .On(RequestEntries.Reopened, static (state, entry) =>
            state.To(RightsRequestStatus.Received, entry.RecordedAt) with { ReopenedOn = entry.Facts.On, Ground = null, Means = null })
        .On(RequestEntries.Merged, static (state, entry) => state.To(RightsRequestStatus.Merged, entry.RecordedAt) with { MergedInto = entry.Facts.Other })
        .On(RequestEntries.Joined, static (state, _) => state)
        .On(RequestEntries.Assigned, static (state, _) => state)
        .On(RequestEntries.Exported, static (state, entry) => state with { Export = new RightsRequestExport(entry.Facts.Export, entry.Facts.Digest, entry.Facts.Until, null) })
        .On(RequestEntries.ExportFetched, static (state, entry) =>
            state with { Export = state.Export is { } export && export.Id == entry.Facts.Export ? export with { FetchedOn = entry.Facts.On } : state.Export })
        .On(RequestEntries.Moved, static (state, entry) => state.To(RightsRequestStatus.Moved, entry.RecordedAt))
        .On(RequestEntries.Opened, Opened)
        .Tell(RequestEntries.Received, RequestWords.OfReceived)
        .Tell(RequestEntries.ClarificationAsked, RequestWords.OfClarificationAsked)
        .Tell(RequestEntries.Clarified, RequestWords.OfClarified)
        .Tell(RequestEntries.IdentityAsked, RequestWords.OfIdentityAsked)
        .Tell(RequestEntries.IdentityConfirmed, RequestWords.OfIdentityConfirmed)
        .Tell(RequestEntries.Accepted, RequestWords.OfAccepted)
        .Tell(RequestEntries.Refused, RequestWords.OfRefused)
        .Tell(RequestEntries.RefusedInPart, RequestWords.OfRefusedInPart)
        .Tell(RequestEntries.Extended, RequestWords.OfExtended)
        .Tell(RequestEntries.Fulfilled, RequestWords.OfFulfilled)
        .Tell(RequestEntries.Withdrawn, RequestWords.OfWithdrawn)
        .Tell(RequestEntries.Reopened, RequestWords.OfReopened)
        .Tell(RequestEntries.Merged, RequestWords.OfMerged)
        .Tell(RequestEntries.Joined, RequestWords.OfJoined)
        .Tell(RequestEntries.Assigned, RequestWords.OfAssigned)
        .Tell(RequestEntries.Exported, RequestWords.OfExported)
        .Tell(RequestEntries.ExportFetched, RequestWords.OfExportFetched)
        .Tell(RequestEntries.Moved, RequestWords.OfMoved)
        .Tell(RequestEntries.Opened, RequestWords.OfOpened)
        .KeptAs(OwnRecordKind.Evidence, RequestStates.Closed.AsSpan())
        .ShieldingUntil(RequestStates.Released.AsSpan())
        .ProtectingBy(RequestEntries.Received.Type);

    private static RightsRequest Received(Entry<RequestReceived> entry) => new()
    {
        // The key and not the id of the entry, which is another one where the request was carried over.
        Id = EntryId.Parse(entry.Stream.Key.ToString()),
        Status = RightsRequestStatus.Received,
        Since = entry.RecordedAt,
        Kind = entry.Facts.Kind,
        Activity = entry.Facts.Activity,
        IsAgainstMarketing = entry.Facts.IsAgainstMarketing,
        Through = entry.Facts.Through,
        From = entry.Facts.From,
        ReceivedOn = entry.Facts.On,
        Dates = entry.Facts.Dates,
    };

    private static RightsRequest Asked(RightsRequest state, Entry<RequestAsked> entry, RightsRequestStatus to) =>
        state.To(to, entry.RecordedAt) with { Question = new RightsRequestQuestion(entry.Facts.On, entry.Facts.StopsTheClock) };

    private static RightsRequest Answered(RightsRequest state, Entry<RequestAnswered> entry) => state.To(RightsRequestStatus.Received, entry.RecordedAt) with
    {
        Pauses = state.PausesUntil(entry.Facts.On),
        Dates = entry.Facts.Dates,
    };

    // Those of one day are enough to write each of them down once a day.
    private static RightsRequest Opened(RightsRequest state, Entry<RequestStep> entry) => entry.Facts.By is not { } by ? state : state with
    {
        OpenedOn = entry.Facts.On,
        OpenedBy = state.IsOpenedBy(by, entry.Facts.On) ? state.OpenedBy : [.. state.OpenedOn == entry.Facts.On ? state.OpenedBy : [], by],
    };

    // Who goes on without an answer needed none, so the period did not stand still for it.
    private static RightsRequest To(this RightsRequest state, RightsRequestStatus status, Instant at) => state with { Status = status, Since = at, Question = null };
}
