using System.Collections.Frozen;
using GdprKit.Ledger;

namespace GdprKit.Requests;

/// <summary>What is recorded about requests.</summary>
internal static class RequestEntries
{
    public static EntryType<RequestReceived> Received { get; } = new("request.received/1", static () => RequestsJson.Default.RequestReceived);

    public static EntryType<RequestAsked> ClarificationAsked { get; } = new("request.clarification-asked/1", static () => RequestsJson.Default.RequestAsked);

    public static EntryType<RequestAnswered> Clarified { get; } = new("request.clarified/1", static () => RequestsJson.Default.RequestAnswered);

    public static EntryType<RequestAsked> IdentityAsked { get; } = new("request.identity-asked/1", static () => RequestsJson.Default.RequestAsked);

    public static EntryType<RequestAnswered> IdentityConfirmed { get; } = new("request.identity-confirmed/1", static () => RequestsJson.Default.RequestAnswered);

    public static EntryType<RequestAccepted> Accepted { get; } = new("request.accepted/1", static () => RequestsJson.Default.RequestAccepted);

    public static EntryType<RequestRefused> Refused { get; } = new("request.refused/1", static () => RequestsJson.Default.RequestRefused);

    public static EntryType<RequestRefused> RefusedInPart { get; } = new("request.refused-in-part/1", static () => RequestsJson.Default.RequestRefused);

    public static EntryType<RequestExtended> Extended { get; } = new("request.extended/1", static () => RequestsJson.Default.RequestExtended);

    public static EntryType<RequestFulfilled> Fulfilled { get; } = new("request.fulfilled/1", static () => RequestsJson.Default.RequestFulfilled);

    public static EntryType<RequestStep> Withdrawn { get; } = new("request.withdrawn/1", static () => RequestsJson.Default.RequestStep);

    public static EntryType<RequestStep> Reopened { get; } = new("request.reopened/1", static () => RequestsJson.Default.RequestStep);

    public static EntryType<RequestMerged> Merged { get; } = new("request.merged/1", static () => RequestsJson.Default.RequestMerged);

    public static EntryType<RequestMerged> Joined { get; } = new("request.joined/1", static () => RequestsJson.Default.RequestMerged);

    public static EntryType<RequestStep> Assigned { get; } = new("request.assigned/1", static () => RequestsJson.Default.RequestStep);

    public static EntryType<RequestStep> Moved { get; } = new("request.moved/1", static () => RequestsJson.Default.RequestStep);

    public static EntryType<RequestExported> Exported { get; } = new("request.exported/1", static () => RequestsJson.Default.RequestExported);

    public static EntryType<RequestExportFetched> ExportFetched { get; } = new("request.export-fetched/1", static () => RequestsJson.Default.RequestExportFetched);

    public static EntryType<RequestStep> Opened { get; } = new("request.opened/1", static () => RequestsJson.Default.RequestStep);

    private static readonly FrozenDictionary<EntryType, Func<LedgerEntry, IRequestFacts>> Readers = new Dictionary<EntryType, Func<LedgerEntry, IRequestFacts>>
    {
        [Received.Type] = entry => Received.Read(entry).Facts,
        [ClarificationAsked.Type] = entry => ClarificationAsked.Read(entry).Facts,
        [Clarified.Type] = entry => Clarified.Read(entry).Facts,
        [IdentityAsked.Type] = entry => IdentityAsked.Read(entry).Facts,
        [IdentityConfirmed.Type] = entry => IdentityConfirmed.Read(entry).Facts,
        [Accepted.Type] = entry => Accepted.Read(entry).Facts,
        [Refused.Type] = entry => Refused.Read(entry).Facts,
        [RefusedInPart.Type] = entry => RefusedInPart.Read(entry).Facts,
        [Extended.Type] = entry => Extended.Read(entry).Facts,
        [Fulfilled.Type] = entry => Fulfilled.Read(entry).Facts,
        [Withdrawn.Type] = entry => Withdrawn.Read(entry).Facts,
        [Reopened.Type] = entry => Reopened.Read(entry).Facts,
        [Merged.Type] = entry => Merged.Read(entry).Facts,
        [Joined.Type] = entry => Joined.Read(entry).Facts,
        [Assigned.Type] = entry => Assigned.Read(entry).Facts,
        [Exported.Type] = entry => Exported.Read(entry).Facts,
        [ExportFetched.Type] = entry => ExportFetched.Read(entry).Facts,
        [Moved.Type] = entry => Moved.Read(entry).Facts,
        [Opened.Type] = entry => Opened.Read(entry).Facts,
    }.ToFrozenDictionary();

    /// <summary>When something happened and by whom; <see langword="null"/> where a newer program recorded it.</summary>
    public static IRequestFacts? TryRead(LedgerEntry entry) => Readers.TryGetValue(entry.Type, out var read) ? read(entry) : null;
}
