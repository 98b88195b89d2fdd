using System.Runtime.CompilerServices;
using GdprKit.Ledger;
using GdprKit.Requests;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit;

/// <content>What there is.</content>
public sealed partial class RightsRequests
{
    private const int SoonDays = 7;

    /// <summary>Looks up a request.</summary>
    /// <param name="request">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The request; <see langword="null"/> when there is none.</returns>
    /// <exception cref="LedgerException">GDPR3103: a newer program wrote to it. GDPR3105 or GDPR3106: it cannot be read.</exception>
    public async ValueTask<RightsRequest?> FindAsync(EntryId request, CancellationToken cancellationToken = default) =>
        (await LocateAsync(request, cancellationToken).ConfigureAwait(false))?.State;

    /// <summary>Looks up whose request it is.</summary>
    /// <param name="request">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The person; <see langword="null"/> when nobody knows, the link to the person is gone, or there is no such request.</returns>
    public async ValueTask<SubjectId?> FindPersonAsync(EntryId request, CancellationToken cancellationToken = default) =>
        await LocateAsync(request, cancellationToken).ConfigureAwait(false) is var (stream, _) ? await PersonOfAsync(stream.Subject, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Reads the requests of a person, open and closed, in no particular order.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <exception cref="LedgerException">GDPR3103: a newer program wrote to one. GDPR3105 or GDPR3106: one cannot be read.</exception>
    public async IAsyncEnumerable<RightsRequest> ListAsync(SubjectId person, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (await _subjects.FindOneAsync(person, cancellationToken).ConfigureAwait(false) is { } subject)
        {
            await foreach (var head in _streams.ReadHeadsAsync(Heads with { Subject = subject }, cancellationToken).ConfigureAwait(false))
            {
                yield return (await _streams.LoadAsync<RightsRequest>(head.Stream, head, cancellationToken).ConfigureAwait(false)).RequireState();
            }
        }
    }

    /// <summary>Reads the open requests, the one that is due first first. Only which they are is held while it is read.</summary>
    /// <param name="dueBy">Only those whose last day is this one or an earlier one; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <exception cref="LedgerException">GDPR3103: a newer program wrote to one. GDPR3105 or GDPR3106: one cannot be read.</exception>
    public IAsyncEnumerable<ListedRightsRequest> ListOpenAsync(LocalDate? dueBy = null, CancellationToken cancellationToken = default) =>
        ReadOpenAsync(dueBy is { } day ? _rules.EndOf(day) + LedgerTime.Step : null, onlyOverdue: false, cancellationToken);

    /// <summary>Reads the open requests that should have been answered, the one that is longest overdue first. One that waits for the person, while its period stands still, is none.</summary>
    /// <inheritdoc cref="ListOpenAsync"/>
    public IAsyncEnumerable<ListedRightsRequest> ListOverdueAsync(CancellationToken cancellationToken = default) =>
        ReadOpenAsync(_rules.Now + LedgerTime.Step, onlyOverdue: true, cancellationToken);

    /// <summary>Reads the closed requests, the one that was closed last first. Only which they are is held while it is read.</summary>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <exception cref="LedgerException">GDPR3103: a newer program wrote to one. GDPR3105 or GDPR3106: one cannot be read.</exception>
    public async IAsyncEnumerable<ListedRightsRequest> ListClosedAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var heads = await _streams.ReadHeadsAsync(Heads with { Statuses = RequestStates.Ended }, cancellationToken)
            .Select(head => (head.Stream, head.Index.Since))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var streams = heads.OrderByDescending(head => head.Since).ThenBy(head => head.Stream).Select(head => head.Stream);
        await foreach (var listed in LoadAsync(streams, _rules.Now, cancellationToken).ConfigureAwait(false))
        {
            // Somebody may have opened it again since its head was read.
            if (!listed.Request.IsOpen)
            {
                yield return listed;
            }
        }
    }

    /// <summary>Counts the open requests, and those that are due soon or should have been answered.</summary>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <exception cref="LedgerException">GDPR3103: a newer program wrote to one. GDPR3105 or GDPR3106: one cannot be read.</exception>
    public async ValueTask<RightsRequestReport> ReportAsync(CancellationToken cancellationToken = default)
    {
        var (now, soon) = (_rules.Now, _rules.Today.PlusDays(SoonDays));
        var report = new RightsRequestReport { Today = _rules.Today, Open = 0, Waiting = 0, Overdue = 0, DueSoon = 0 };
        await foreach (var head in _streams.ReadHeadsAsync(Heads with { Statuses = RequestStates.Open }, cancellationToken).ConfigureAwait(false))
        {
            var request = (await _streams.LoadAsync<RightsRequest>(head.Stream, head, cancellationToken).ConfigureAwait(false)).RequireState();
            var (isWaiting, isOverdue) = (request.IsWaiting, request.IsOverdueAt(now));
            var isRunning = !isWaiting && !isOverdue;
            report = report with
            {
                Open = report.Open + 1,
                Waiting = report.Waiting + (isWaiting ? 1 : 0),
                Overdue = report.Overdue + (isOverdue ? 1 : 0),
                DueSoon = report.DueSoon + (isRunning && request.NominalDue <= soon ? 1 : 0),
                NextDueOn = isRunning && (report.NextDueOn is not { } next || request.Due < next) ? request.Due : report.NextDueOn,
            };
        }

        return report;
    }

    /// <summary>Reads what happened to a request, from its receipt on, in plain words.</summary>
    /// <param name="request">Its id.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="language">Dutch or English.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <returns>What happened; nothing when there is no such request.</returns>
    /// <exception cref="NotSupportedException">GDPR1020: the language is another one.</exception>
    /// <exception cref="LedgerException">GDPR3105: an entry cannot be read.</exception>
    public async IAsyncEnumerable<RightsRequestEvent> ReadHistoryAsync(
        EntryId request, RightsRequestReader reader, Language language, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var words = new EntryWords(_register, RegisterWording.In(language));
        if (await LocateAsync(request, cancellationToken).ConfigureAwait(false) is not var (stream, _))
        {
            yield break;
        }

        var wording = new LedgerWording(_register, [RightsRequest.Fold]);
        var colleagues = new List<Key<Operator>>();
        await foreach (var entry in _store.ReadStreamAsync(stream, 0, cancellationToken).ConfigureAwait(false))
        {
            var facts = RequestEntries.TryRead(entry);
            yield return new RightsRequestEvent(
                facts?.On ?? entry.RecordedAt.InZone(_register.Controller.TimeZone).Date,
                entry.RecordedAt,
                wording.Tell(entry, language),
                facts?.By is { } by ? NameOf(by) : null,
                entry.Details?.ToTexts().Where(text => reader is RightsRequestReader.Operator || RequestTexts.IsForPerson(text.Name)).ToValueList() ?? []);
        }

        string NameOf(Key<Operator> by)
        {
            if (reader is RightsRequestReader.Operator)
            {
                return by.ToString();
            }

            if (!colleagues.Contains(by))
            {
                colleagues.Add(by);
            }

            var number = colleagues.IndexOf(by) + 1;
            return words.Choose($"medewerker {number}", $"member of staff {number}");
        }
    }

    private async ValueTask<(StreamId Stream, RightsRequest State)?> LocateAsync(EntryId request, CancellationToken cancellationToken)
    {
        StreamHead? found = null;
        await foreach (var head in _streams.ReadHeadsAsync(Heads with { Key = StreamKey.Of(request) }, cancellationToken).ConfigureAwait(false))
        {
            // Nobody comes first, and is left behind when it was assigned to a person.
            found = head;
        }

        return found is null ? null : (found.Stream, (await _streams.LoadAsync<RightsRequest>(found.Stream, found, cancellationToken).ConfigureAwait(false)).RequireState());
    }

    private async ValueTask<(StreamId Stream, RightsRequest State)> RequireAsync(EntryId request, CancellationToken cancellationToken) =>
        await LocateAsync(request, cancellationToken).ConfigureAwait(false) ?? throw RequestRefusals.RequestUnknown();

    private async ValueTask<SubjectId?> PersonOfAsync(SubjectRef subject, CancellationToken cancellationToken) =>
        !subject.IsNone && await _subjects.FindByRefAsync([subject], cancellationToken).ConfigureAwait(false) is [var link, ..] ? link.Subject : null;

    private async IAsyncEnumerable<ListedRightsRequest> ReadOpenAsync(Instant? dueBefore, bool onlyOverdue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = _rules.Now;
        var heads = await _streams.ReadHeadsAsync(Heads with { Statuses = RequestStates.Open, DueBefore = dueBefore }, cancellationToken)
            .Select(head => (head.Stream, head.Index.Due))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var streams = heads.OrderBy(head => head.Due).ThenBy(head => head.Stream).Select(head => head.Stream);
        await foreach (var listed in LoadAsync(streams, now, cancellationToken).ConfigureAwait(false))
        {
            // Somebody may have closed it since its head was read.
            if (listed.Request.IsOpen && (!onlyOverdue || listed.IsOverdue))
            {
                yield return listed;
            }
        }
    }

    private async IAsyncEnumerable<ListedRightsRequest> LoadAsync(IEnumerable<StreamId> streams, Instant now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var page in streams.Chunk(LedgerLimits.HeadsPerPage))
        {
            var requests = await _streams.LoadAsync<RightsRequest>(page.ToValueList(), cancellationToken).ConfigureAwait(false);
            var subjects = page.Select(stream => stream.Subject).Where(subject => !subject.IsNone).Distinct().ToValueList();
            var people = (await _subjects.FindByRefAsync(subjects, cancellationToken).ConfigureAwait(false)).ToDictionary(link => link.Ref, link => link.Subject);
            foreach (var snapshot in requests)
            {
                var request = snapshot.RequireState();
                yield return new ListedRightsRequest(request, people.GetValueOrDefault(snapshot.Stream.Subject), request.IsOverdueAt(now));
            }
        }
    }
}
