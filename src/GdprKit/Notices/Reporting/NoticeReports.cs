using System.Runtime.CompilerServices;
using GdprKit.Ledger;
using GdprKit.Notices;
using GdprKit.Subjects;

namespace GdprKit;

/// <summary>
/// Who was told of which version when and how, who confirmed, and who was not reached and why; person by person, for who answers for it (Art. 5(2)).
/// <see cref="NoticeCampaigns.ReportAsync"/> has the numbers.
/// </summary>
/// <remarks>
/// What it tells identifies people, so it belongs in no log. Memory does not grow with the number of people. Of the life of its store, and as safe for
/// use by several threads as that is.
/// </remarks>
/// <param name="register">Declares who is told by which notice.</param>
/// <param name="streams">The streams of the ledger.</param>
/// <param name="store">Where the ledger is kept.</param>
/// <param name="contacts">The people.</param>
/// <param name="subjects">Who is who.</param>
public sealed partial class NoticeReports(ProcessingRegister register, LedgerStreams streams, ILedgerStore store, IContactSource contacts, ISubjectDirectory subjects)
{
    private static readonly StreamKind Kind = NoticeDelivery.Fold.Kind;

    /// <summary>The word for how far it has come, in JSON and in addresses: <c>queued</c> for who waits, else the status in lower case.</summary>
    /// <param name="status">How far.</param>
    public static string WordOf(NoticeDeliveryStatus status) => status is NoticeDeliveryStatus.Unknown ? "queued" : StreamStatus.Of(status).ToString();

    /// <summary>Reads how it stands with everybody whose data are held, and with who left after something was recorded.</summary>
    /// <param name="version">The version; an editorial one is told of with the one that it corrects.</param>
    /// <param name="statuses">
    /// Only people of whom it has come so far; <see langword="null"/>, the default, for everybody. <see cref="NoticeDeliveryStatus.Unknown"/> are those who wait.
    /// </param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <returns>
    /// First who waits, then the others, as it stands when each is read: who is told meanwhile may come twice, and nobody is left out.
    /// </returns>
    public async IAsyncEnumerable<ToldPerson> ReadAsync(
        NoticeVersion version, ValueList<NoticeDeliveryStatus>? statuses = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        if (statuses?.Contains(NoticeDeliveryStatus.Unknown) ?? true)
        {
            await foreach (var person in ReadWaitingAsync(version, cancellationToken).ConfigureAwait(false))
            {
                yield return person;
            }
        }

        var filter = HeadFilter.Of(Kind) with { Key = StreamKey.Of(version.TellsOf), Statuses = [.. (statuses ?? []).SelectMany(status => NoticeDelivery.StatusesOf(status))] };
        if (statuses is not null && filter.Statuses.IsEmpty)
        {
            yield break;
        }

        for (var query = new HeadQuery(filter); query is not null;)
        {
            var page = await store.QueryHeadsAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var person in await WithPeopleAsync(page, cancellationToken).ConfigureAwait(false))
            {
                yield return person;
            }

            query = query.Next(page);
        }
    }

    /// <summary>What happened between a person and every version of the notice, the earliest first.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What happened; nothing for who was never told of anything.</returns>
    public async ValueTask<ValueList<NoticeEvent>> HistoryAsync(SubjectId subject, CancellationToken cancellationToken = default)
    {
        if (await subjects.FindOneAsync(subject, cancellationToken).ConfigureAwait(false) is not { } person)
        {
            return [];
        }

        var events = new List<NoticeEvent>();
        await foreach (var head in streams.ReadHeadsAsync(HeadFilter.Of(Kind) with { Subject = person }, cancellationToken).ConfigureAwait(false))
        {
            var tellsOf = Digest.Parse(head.Stream.Key.ToString());
            await foreach (var entry in store.ReadStreamAsync(head.Stream, 0, cancellationToken).ConfigureAwait(false))
            {
                events.Add(NoticeEvents.Of(entry, tellsOf));
            }
        }

        return events.OrderBy(each => each.At).ToValueList();
    }

    private async IAsyncEnumerable<ToldPerson> ReadWaitingAsync(NoticeVersion version, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var people = version.Audience.KindsIn(register);
        for (ValueList<byte>? position = []; position is { } from;)
        {
            var page = await contacts.ReadWithoutHeadAsync(new ContactQuery(people, Kind, StreamKey.Of(version.TellsOf)) { Position = from }, cancellationToken).ConfigureAwait(false);
            foreach (var contact in page.Contacts)
            {
                yield return new ToldPerson(contact.Subject, new NoticeDelivery(), HasLeft: false);
            }

            position = page.Next;
        }
    }

    private async ValueTask<List<ToldPerson>> WithPeopleAsync(ValueList<StreamHead> heads, CancellationToken cancellationToken)
    {
        var links = await subjects.FindByRefAsync(heads.Select(head => head.Stream.Subject).Distinct().ToValueList(), cancellationToken).ConfigureAwait(false);
        var known = links.ToDictionary(link => link.Ref, link => link.Subject);
        var here = (await contacts.FindAsync(known.Values.ToValueList(), cancellationToken).ConfigureAwait(false)).Select(contact => contact.Subject).ToHashSet();
        var people = new List<ToldPerson>(heads.Count);
        foreach (var head in heads)
        {
            var subject = known.GetValueOrDefault(head.Stream.Subject);
            var delivery = (await streams.LoadAsync<NoticeDelivery>(head.Stream, head, cancellationToken).ConfigureAwait(false)).State ?? new();
            people.Add(new ToldPerson(subject, delivery, HasLeft: subject is null || !here.Contains(subject)));
        }

        return people;
    }
}
