using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Subjects;

namespace GdprKit.Retention;

/// <summary>Whom a shield protects at a moment, for a store that cannot look that up in the statement by which rows go.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed class ShieldedPeople
{
    private readonly HashSet<SubjectId> _people;

    private ShieldedPeople(HashSet<SubjectId> people, bool isEverybody, RowCondition rows) => (_people, IsEverybody, Rows) = (people, isEverybody, rows);

    /// <summary>Whether nobody's rows may go: a stream about nobody in particular is about what they hold.</summary>
    public bool IsEverybody { get; }

    /// <summary>Which rows stay, whosever they are: a stream about nobody in particular is about them, as a hold on a query.</summary>
    public RowCondition Rows { get; }

    /// <summary>Looks up whom a shield protects, page after page; only who they are is held.</summary>
    /// <param name="shield">The shield.</param>
    /// <param name="ledger">The ledger, in the transaction in which rows go, where there is one.</param>
    /// <param name="subjects">Who is who, there. A person who is no longer linked has no rows.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async ValueTask<ShieldedPeople> FindAsync(RowShield shield, ILedgerStore ledger, ISubjectDirectory subjects, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(shield);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(subjects);
        var (people, isEverybody, rows) = (new HashSet<SubjectId>(), false, RowCondition.Never);
        foreach (var streams in shield.Streams)
        {
            HeadQuery? query = new(HeadFilter.Of(streams.Kind));
            while (query is not null)
            {
                var page = await ledger.QueryHeadsAsync(query, cancellationToken).ConfigureAwait(false);
                var standing = page.Where(shield.IsShielding).Select(head => head.Stream.Subject).ToList();
                isEverybody |= standing.Contains(SubjectRef.None);
                rows = RowCondition.Any(page.Where(head => head.Stream.Subject.IsNone).Select(shield.RowsKeptBy).Prepend(rows));
                var links = await subjects.FindByRefAsync(standing.Where(subject => !subject.IsNone).Distinct().ToValueList(), cancellationToken).ConfigureAwait(false);
                people.UnionWith(links.Select(link => link.Subject));
                query = query.Next(page);
            }
        }

        return new ShieldedPeople(people, isEverybody, rows);
    }

    /// <summary>Whether the rows of a person stay.</summary>
    /// <param name="person">The person.</param>
    public bool Contains(SubjectId person) => IsEverybody || _people.Contains(person);

    /// <summary>How many people; who they are is withheld.</summary>
    public override string ToString() => IsEverybody ? "everybody" : $"{_people.Count} people";
}
