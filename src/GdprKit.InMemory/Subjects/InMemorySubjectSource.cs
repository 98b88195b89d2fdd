using GdprKit.Mapping;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit.InMemory;

/// <summary>The people among the objects that the host keeps in memory; all of them are one range.</summary>
internal sealed class InMemorySubjectSource(PersonalDataMap map, IEnumerable<IPersonalDataStore> stores, ISubjectDirectory directory) : ISubjectSource
{
    // What a directory takes at once.
    private const int MostAtOnce = 10_000;

    public async ValueTask<LinkedRange> LinkNextAsync(ValueList<byte> position, int limit, Instant now, CancellationToken cancellationToken)
    {
        var (linked, unlinkable) = (0L, 0L);
        foreach (var store in stores.OfType<InMemoryStore>())
        {
            var name = store.Describe(cancellationToken).Name;
            var people = map.Stores.Where(each => each.Description.Name == name).SelectMany(each => each.Entities).ToAsyncEnumerable()
                .SelectMany(entity => store.ReadSubjectsAsync(entity, cancellationToken));
            await foreach (var some in people.Chunk(MostAtOnce).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                var subjects = some.OfType<SubjectId>().Distinct().ToValueList();
                unlinkable += some.Count(subject => subject is null);
                linked += subjects.Count - (await directory.FindBySubjectAsync(subjects, cancellationToken).ConfigureAwait(false)).Count;
                await directory.LinkAsync(subjects, now, cancellationToken).ConfigureAwait(false);
            }
        }

        return new LinkedRange(linked, unlinkable, Next: null);
    }
}
