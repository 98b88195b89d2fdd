using System.Runtime.CompilerServices;
using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>The rows of people of whom the map says that their data come from somebody else.</summary>
internal sealed class ObtainedRows(PersonalDataMap map, IEnumerable<IPersonalDataStore> stores, DateTimeZone zone)
{
    public async IAsyncEnumerable<ObtainedPerson> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (store, entity, owner) in People())
        {
            ValueList<StoreTime> times = entity.Arrived is { } arrived ? [arrived] : [];
            var request = new RowRequest { Where = RowCondition.All(new RowCondition.HasOwner(owner), HasSource(entity)), Times = times };
            await foreach (var row in store.ReadAsync(entity, request, cancellationToken).ConfigureAwait(false))
            {
                var key = row.Key.OfType<object>().ToArray();
                if (key.Length == owner.Key.Count)
                {
                    yield return new ObtainedPerson(SubjectId.Of(owner.Kind, key), times.IsEmpty ? null : times[0].DayOf(row.Times[0], zone));
                }
            }
        }
    }

    // Of rows that are a person under their own key; what a row says is of that person.
    private IEnumerable<(IPersonalDataStore Store, StoreEntity Entity, OwnerPath Owner)> People() =>
        from each in MappedEntities.Of(map, stores)
        where each.Entity.ObtainedFrom is not null
        from owner in each.Entity.Owners
        where owner.Steps.IsEmpty && owner.Key.SequenceEqual(each.Entity.Description.Key)
        select (each.Store, each.Entity, owner);

    // What is empty equals nothing, so a row that equals itself in it has a source; by its key the database finds it at once.
    private static RowCondition.HasRelated HasSource(StoreEntity entity)
    {
        ValueList<PropertyPath> itself = [.. entity.Description.Key, entity.ObtainedFrom!];
        return new RowCondition.HasRelated(entity.Description.Name, itself, itself, RowCondition.Always);
    }
}
