using System.Text;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit.Conformance.Subjects;

/// <summary>People who are listed anew for every range, in the order of their keys, written from the documentation of <see cref="ISubjectSource"/>.</summary>
internal sealed class ListedSource(Func<IEnumerable<ListedPerson>> people, ISubjectDirectory directory) : ISubjectSource
{
    public IEnumerable<ListedPerson> People => people().OrderBy(person => person.Text, StringComparer.Ordinal);

    public async ValueTask<LinkedRange> LinkNextAsync(ValueList<byte> position, int limit, Instant now, CancellationToken cancellationToken)
    {
        var after = Encoding.UTF8.GetString(position.AsSpan());
        List<ListedPerson> range = [.. People.Where(person => position.IsEmpty || string.CompareOrdinal(person.Text, after) > 0).Take(limit)];
        var (linked, unlinkable) = await LinkAsync(range, now, cancellationToken);
        return new LinkedRange(linked, unlinkable, range.Count < limit ? null : [.. Encoding.UTF8.GetBytes(range[^1].Text)]);
    }

    public async Task<(int Linked, int Unlinkable)> LinkAsync(List<ListedPerson> range, Instant now, CancellationToken cancellationToken)
    {
        var subjects = range.Select(person => person.Subject).OfType<SubjectId>().ToValueList();
        var known = await directory.FindBySubjectAsync(subjects, cancellationToken);
        await directory.LinkAsync(subjects, now, cancellationToken);
        return (subjects.Count - known.Count, range.Count - subjects.Count);
    }
}
