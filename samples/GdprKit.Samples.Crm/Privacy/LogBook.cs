using System.Globalization;
using GdprKit.Ledger;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr.History;
using GdprKit.Samples.Crm.Localization;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Crm.Privacy;

/// <summary>Reads what the ledger remembers, and says it to the reader.</summary>
public sealed class LogBook(CrmDbContext db, LedgerWording wording)
{
    public const int PageSize = 20;

    /// <summary>A page of the latest lines about everybody, and from which entry the next page goes on.</summary>
    public async Task<(IReadOnlyList<LogLine> Lines, EntryId? Next)> LatestAsync(EntryId? before, CancellationToken cancellationToken)
    {
        var entries = await db.Gdpr().Store.ReadLatestAsync(before, PageSize + 1, cancellationToken);
        List<LedgerEntry> shown = [.. entries.Take(PageSize)];
        return (await ToLinesAsync(shown, cancellationToken), entries.Count > PageSize ? shown[^1].Id : null);
    }

    /// <summary>All lines about a person, the latest first; none when nothing was recorded.</summary>
    public async Task<IReadOnlyList<LogLine>> AboutAsync(SubjectId person, CancellationToken cancellationToken)
    {
        var gdpr = db.Gdpr();
        var entries = new List<LedgerEntry>();
        foreach (var link in await gdpr.Subjects.FindBySubjectAsync([person], cancellationToken))
        {
            await foreach (var head in gdpr.Streams.ReadHeadsAsync(HeadFilter.About(link.Ref), cancellationToken))
            {
                entries.AddRange(await gdpr.Store.ReadStreamAsync(head.Stream, 0, cancellationToken).ToListAsync(cancellationToken));
            }
        }

        return await ToLinesAsync([.. entries.OrderByDescending(entry => entry.RecordedAt)], cancellationToken);
    }

    private async Task<IReadOnlyList<LogLine>> ToLinesAsync(List<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var by = entries.ConvertAll(entry => entry.IsIntact && wording.Knows(entry) ? PersonHistory.ByOf(entry) : SubjectRef.None);
        var people = await PeopleAsync(entries.Select(entry => entry.Stream.Subject).Concat(by).Where(person => !person.IsNone).Distinct(), cancellationToken);
        return
        [
            .. entries.Select((entry, place) => new LogLine(
                entry,
                ShopCalendar.At(entry.RecordedAt).ToDateTimeUnspecified(),
                wording.Tell(entry, Language.OfReader),
                wording.Knows(entry),
                people.GetValueOrDefault(entry.Stream.Subject),
                people.GetValueOrDefault(by[place]))),
        ];
    }

    private async Task<Dictionary<SubjectRef, LogPerson>> PeopleAsync(IEnumerable<SubjectRef> refs, CancellationToken cancellationToken)
    {
        var links = await db.Gdpr().Subjects.FindByRefAsync(refs.ToValueList(), cancellationToken);
        int[] IdsOf(Key<SubjectKind> kind) => [.. links.Where(link => link.Subject.Kind == kind).Select(link => int.Parse(link.Subject.Key[0], CultureInfo.InvariantCulture))];
        var (customers, employees) = (IdsOf(Crm.Gdpr.Crm.Customers), IdsOf(Crm.Gdpr.Crm.Employees));
        List<(SubjectId Subject, LogPerson Person)> known =
        [
            .. (await db.Customers.AsNoTracking().Where(c => customers.Contains(c.CustomerId)).ToListAsync(cancellationToken))
                .Select(c => (SubjectId.Of(Crm.Gdpr.Crm.Customers, c.CustomerId), new LogPerson(c.FullName, "/Customers/Details", c.CustomerId))),
            .. (await db.Employees.AsNoTracking().Where(e => employees.Contains(e.EmployeeId)).ToListAsync(cancellationToken))
                .Select(e => (SubjectId.Of(Crm.Gdpr.Crm.Employees, e.EmployeeId), new LogPerson(e.FullName, "/Employees/Details", e.EmployeeId))),
        ];
        var people = known.ToDictionary(each => each.Subject, each => each.Person);
        return links.Where(link => people.ContainsKey(link.Subject)).ToDictionary(link => link.Ref, link => people[link.Subject]);
    }
}
