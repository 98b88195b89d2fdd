using GdprKit.Ledger;
using GdprKit.Requests;
using NodaTime;

namespace GdprKit;

/// <content>That what is held was exported for a request, and fetched.</content>
public sealed partial class RightsRequests
{
    /// <summary>Records an export, unless the request is not granted any more.</summary>
    internal ValueTask<RightsRequest> RecordExportAsync(
        EntryId request, Operator author, EntryId id, PersonalDataExport export, Instant until, Action<RightsRequest> requireGranted, CancellationToken cancellationToken)
    {
        var facts = new RequestExported(
            _rules.Today, author.Key, id, export.Right, export.Digest, until, export.Tables, export.Rows, export.Files, export.Withheld, export.Elsewhere.Select(store => store.Key).ToValueList());
        return ChangeAsync(
            request,
            state =>
            {
                requireGranted(state);
                return [RequestEntries.Exported.Draft(facts)];
            },
            cancellationToken);
    }

    /// <summary>Records that the last export of a request was fetched, the first time.</summary>
    internal ValueTask<RightsRequest> RecordFetchedAsync(EntryId request, EntryId export, CancellationToken cancellationToken) => ChangeAsync(
        request,
        state => state.Export is { FetchedOn: null } last && last.Id == export ? [RequestEntries.ExportFetched.Draft(new RequestExportFetched(_rules.Today, null, export))] : [],
        cancellationToken);
}
