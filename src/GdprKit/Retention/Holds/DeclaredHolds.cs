using System.Runtime.CompilerServices;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>What holds on queries keep of the rows of each entity of a map, and which holds it does not know.</summary>
internal sealed class DeclaredHolds
{
    private static readonly ConditionalWeakTable<PersonalDataMap, DeclaredHolds> ByMap = [];

    private readonly Dictionary<(string Store, string Name), (ValueList<ShieldedRows> Queries, UnknownScopes Unknown)> _byEntity = [];

    private DeclaredHolds(PersonalDataMap map)
    {
        var places = map.Stores.SelectMany(store => store.Entities.SelectMany(entity => LineageOf(store.Description, entity.Description.Name)).Distinct().Select(name => (Store: store.Description.Name, Name: name))).ToList();
        Queries = (from store in map.Stores
                   from entity in store.Entities
                   from query in entity.HoldQueries
                   select (Scope: new HoldScope.Query(store.Description.Name, query.Entity, query.Query.Key), query.Query.Label)).DistinctBy(query => query.Scope).ToDictionary(query => query.Scope, query => query.Label);
        var known = Queries.Keys.Select(HoldKeys.Of).Order().ToValueList();
        foreach (var store in map.Stores)
        {
            var reading = new QueryReading(store);
            foreach (var entity in store.Entities)
            {
                var lineage = LineageOf(store.Description, entity.Description.Name).Select(name => (store.Description.Name, name)).ToHashSet();
                var elsewhere = places.Where(place => !lineage.Contains(place)).Select(place => HoldKeys.QueriesOf(place.Store, place.Name)).Order(StringComparer.Ordinal).ToValueList();
                _byEntity.Add((store.Description.Name, entity.Description.Name), (Together(reading.KeptOf(entity)), new UnknownScopes(HoldKeys.Queries, known, elsewhere)));
            }
        }
    }

    /// <summary>The queries on which a hold can be placed, with what people call the rows.</summary>
    public IReadOnlyDictionary<HoldScope.Query, LocalizedText> Queries { get; }

    public static DeclaredHolds Of(PersonalDataMap map) => ByMap.GetValue(map, static each => new DeclaredHolds(each));

    /// <summary>What a hold on a query keeps of the rows of an entity, by the key of its stream.</summary>
    public ValueList<ShieldedRows> QueriesOf(StoreMap store, StoreEntity entity) => _byEntity[(store.Description.Name, entity.Description.Name)].Queries;

    /// <summary>The holds of which the map does not know that they are about other rows.</summary>
    public UnknownScopes UnknownOf(StoreMap store, StoreEntity entity) => _byEntity[(store.Description.Name, entity.Description.Name)].Unknown;

    /// <summary>One of each key, ordered by it.</summary>
    public static ValueList<ShieldedRows> Together(IEnumerable<ShieldedRows> rows) => rows
        .GroupBy(each => each.Key)
        .OrderBy(same => same.Key)
        .Select(same => new ShieldedRows(same.Key, RowCondition.Any(same.Select(each => each.Where))))
        .ToValueList();

    /// <summary>An entity and what it is derived from.</summary>
    public static IEnumerable<string> LineageOf(StoreDescription store, string? name)
    {
        for (; name is not null; name = store.Entity(name).Base)
        {
            yield return name;
        }
    }
}
