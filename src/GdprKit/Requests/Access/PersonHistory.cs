using System.Runtime.CompilerServices;
using GdprKit.Ledger;
using GdprKit.Subjects;

namespace GdprKit.Requests;

/// <summary>Reads what the ledger knows of a person, stream after stream: what was told, agreed, objected to, asked, held and answered.</summary>
internal sealed class PersonHistory(ILedgerStore store, ISubjectDirectory subjects, LedgerWording wording)
{
    /// <summary>The link by which the ledger knows the person; <see langword="null"/> when it knows nothing.</summary>
    public async ValueTask<SubjectLink?> FindLinkAsync(SubjectId person, CancellationToken cancellationToken) =>
        await subjects.FindBySubjectAsync([person], cancellationToken).ConfigureAwait(false) is [var link, ..] ? link : null;

    public async IAsyncEnumerable<HistoryEvent> ReadAsync(SubjectRef subject, Language language, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var query = new HeadQuery(HeadFilter.About(subject)); query is not null;)
        {
            var page = await store.QueryHeadsAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var head in page)
            {
                await foreach (var entry in store.ReadStreamAsync(head.Stream, 0, cancellationToken).ConfigureAwait(false))
                {
                    yield return new HistoryEvent(entry.RecordedAt, entry.Type, wording.Tell(entry, language), entry.Facts, TextsOf(entry));
                }
            }

            query = query.Next(page);
        }
    }

    // What staff noted for themselves about a request or a hold stays with them, as in the history of a request; what the person said or was told does not.
    private static ValueList<(string Name, string Text)> TextsOf(LedgerEntry entry) => entry.Details is not { } details || entry.Stream.Kind == LegalHold.Fold.Kind
        ? []
        : details.ToTexts().Where(text => entry.Stream.Kind != RightsRequest.Fold.Kind || RequestTexts.IsForPerson(text.Name)).ToValueList();
}
