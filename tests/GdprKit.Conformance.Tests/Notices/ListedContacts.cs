using System.Globalization;
using System.Text;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Notices;
using GdprKit.Subjects;

namespace GdprKit.Conformance.Notices;

/// <summary>People who are listed anew for every question, written from the documentation of <see cref="IContactSource"/>.</summary>
internal sealed class ListedContacts(Func<IEnumerable<Correspondent>> rows, ISubjectDirectory subjects, ILedgerStore ledger) : IContactSource
{
    public async ValueTask<ContactPage> ReadWithoutHeadAsync(ContactQuery query, CancellationToken cancellationToken)
    {
        var after = Encoding.UTF8.GetString(query.Position.AsSpan());
        var told = await StatesAsync(query.People, query.Kind, query.Key, cancellationToken);
        List<Contact> page = [.. told.Where(each => each.Status is null && string.CompareOrdinal(OrderOf(each.Contact), after) > 0).Select(each => each.Contact).Take(query.Limit)];
        return new ContactPage(page.ToValueList(), page.Count < query.Limit ? null : [.. Encoding.UTF8.GetBytes(OrderOf(page[^1]))])
        {
            Unidentified = query.Position.IsEmpty ? CountNameless(query.People) : 0,
        };
    }

    public async ValueTask<ValueList<Contact>> FindAsync(ValueList<SubjectId> people, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(people.Count);
        var asked = people.ToHashSet();
        return (await ListAsync(asked.Contains, cancellationToken)).Where(contact => contact.Ref is not null).ToValueList();
    }

    public ValueTask<ValueList<PostalContact>> FindPostalAsync(ValueList<SubjectId> people, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(people.Count);
        cancellationToken.ThrowIfCancellationRequested();
        var asked = people.ToHashSet();
        return ValueTask.FromResult(rows().Where(row => row.Role != CorrespondentRole.Unknown && row.Code.Length > 0 && asked.Contains(Of(row))).Select(Postal).ToValueList());
    }

    public async ValueTask<ContactCounts> CountAsync(ValueList<Key<SubjectKind>> people, StreamKind kind, StreamKey key, CancellationToken cancellationToken)
    {
        var told = await StatesAsync(people, kind, key, cancellationToken);
        return new ContactCounts(
            told.Select(each => each.Status).OfType<StreamStatus>().GroupBy(status => status).OrderBy(group => group.Key).Select(group => new HeadCount(group.Key, group.Count())).ToValueList(),
            told.Count(each => each.Status is null))
        {
            Unidentified = CountNameless(people),
        };
    }

    private int CountNameless(ValueList<Key<SubjectKind>> people) => rows().Count(row => row.Role != CorrespondentRole.Unknown && row.Code.Length == 0 && people.Contains(KindOf(row)));

    private static string OrderOf(Contact contact) => $"{contact.Subject.Kind}/{contact.Subject.Key[0]}";

    private async Task<List<(Contact Contact, StreamStatus? Status)>> StatesAsync(ValueList<Key<SubjectKind>> people, StreamKind kind, StreamKey key, CancellationToken cancellationToken)
    {
        var contacts = await ListAsync(subject => people.Contains(subject.Kind), cancellationToken);
        var streams = contacts.Select(contact => contact.Ref).OfType<SubjectRef>().Select(person => new StreamId(kind, person, key)).ToValueList();
        var heads = (await ledger.FindHeadsAsync(streams, cancellationToken)).ToDictionary(head => head.Stream.Subject, head => head.Index.Status);
        return contacts.ConvertAll(contact => (contact, contact.Ref is { } person && heads.TryGetValue(person, out var status) ? status : (StreamStatus?)null));
    }

    private async Task<List<Contact>> ListAsync(Func<SubjectId, bool> isAsked, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        List<(SubjectId Subject, Correspondent Row)> found = [.. rows().Where(row => row.Role != CorrespondentRole.Unknown && row.Code.Length > 0).Select(row => (Of(row), row)).Where(each => isAsked(each.Item1))];
        var links = (await subjects.FindBySubjectAsync(found.Select(each => each.Subject).ToValueList(), cancellationToken)).ToDictionary(link => link.Subject, link => link.Ref);
        return
        [
            .. found.Select(each => ReadMail(each.Row) is var (mail, isRead) ? Contact.Of(each.Subject, links.TryGetValue(each.Subject, out var person) ? person : null, mail, each.Row.Speaks) with
            {
                IsAddressUnreadable = !isRead,
            } : null!).OrderBy(OrderOf, StringComparer.Ordinal),
        ];
    }

    private static SubjectId Of(Correspondent row) => SubjectId.Of(KindOf(row), row.Code);

    private static Key<SubjectKind> KindOf(Correspondent row) => row.Role is CorrespondentRole.Employee ? DomainKeys.Staff : DomainKeys.People;

    private static PostalContact Postal(Correspondent row) => PostalContact.Of(Of(row), role => role switch
    {
        FieldRole.PersonName => [row.Given, row.Family],
        FieldRole.AddressLine => [row.Street, row.Addition],
        FieldRole.PostalCode => [row.Postcode?.ToString(CultureInfo.InvariantCulture)],
        FieldRole.City => [row.Town],
        FieldRole.Region => [row.Province],
        FieldRole.Country => [row.Land],
        _ => [],
    });

    private static (string? Mail, bool IsRead) ReadMail(Correspondent row)
    {
        try
        {
            return (row.Mail, true);
        }
        catch (InvalidOperationException)
        {
            return (null, false);
        }
    }
}
