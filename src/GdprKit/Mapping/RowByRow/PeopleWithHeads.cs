using GdprKit.Ledger;
using GdprKit.Subjects;

namespace GdprKit.Mapping;

/// <summary>Finds whom heads of the ledger are about, for a store that cannot look that up in the statement that asks for rows.</summary>
public static class PeopleWithHeads
{
    /// <summary>Looks up whom heads are about, page after page; only who they are is held.</summary>
    /// <param name="condition">Which heads.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="subjects">Who is who, there. A person who is no longer linked has no rows.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether somebody is one of them.</returns>
    public static async ValueTask<Func<SubjectId, bool>> FindAsync(
        RowCondition.HasHead condition, ILedgerStore ledger, ISubjectDirectory subjects, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(subjects);
        var people = new HashSet<SubjectId>();
        HeadQuery? query = new(HeadFilter.Of(condition.Kind));
        while (query is not null)
        {
            var page = await ledger.QueryHeadsAsync(query, cancellationToken).ConfigureAwait(false);
            var meant = page.Where(condition.Matches).Select(head => head.Stream.Subject).Where(subject => !subject.IsNone).Distinct().ToValueList();
            var links = await subjects.FindByRefAsync(meant, cancellationToken).ConfigureAwait(false);
            people.UnionWith(links.Select(link => link.Subject));
            query = query.Next(page);
        }

        return people.Contains;
    }
}
