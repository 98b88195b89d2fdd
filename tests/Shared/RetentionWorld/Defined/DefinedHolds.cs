namespace GdprKit.RetentionWorld;

/// <summary>What is on hold.</summary>
/// <param name="Person">Somebody; <see langword="null"/> for nobody.</param>
/// <param name="Type">A class of rows, with those derived from it; <see langword="null"/> for none.</param>
/// <param name="Category">A category; <see langword="null"/> for none.</param>
/// <param name="Query">A query, with the class on whose rows it was placed: its own, or one derived from it; <see langword="null"/> for none.</param>
public sealed record DefinedHolds(SubjectId? Person, Type? Type, Key<DataCategory>? Category, (QueryChoice Query, Type On)? Query)
{
    /// <summary>Holds by chance, the same ones for the same case: mostly one, sometimes several or none.</summary>
    public static DefinedHolds Of(RetentionCase one, DefinedMaps maps)
    {
        var random = new Random(one.Today.GetHashCode() + one.World.All.Count());
        List<SubjectId> people = [.. one.World.All.SelectMany(maps.OwnersOf).Select(owner => owner.Person).OfType<SubjectId>().Distinct()];
        List<Key<DataCategory>> categories = [.. one.Maps.Fields.Values.Distinct().Order()];
        List<Type> types = [.. DefinedMaps.Types.Where(maps.IsMapped)];
        List<(QueryChoice Query, Type On)> queries = [.. QueryChoices.All.SelectMany(query => types.Where(query.Type.IsAssignableFrom).Select(type => (query, type)))];
        return new DefinedHolds(
            people.Count > 0 && random.Next(2) == 0 ? people[random.Next(people.Count)] : null,
            random.Next(6) == 0 ? types[random.Next(types.Count)] : null,
            categories.Count > 0 && random.Next(6) == 0 ? categories[random.Next(categories.Count)] : null,
            random.Next(2) == 0 ? queries[random.Next(queries.Count)] : null);
    }

    /// <summary>The rows of a world that the query keeps, and those that it reads.</summary>
    public HashSet<object> KeptIn(World world) => Query is not var (query, on) ? []
        : [.. world.All.Where(row => on.IsInstanceOfType(row) && query.IsMeant(row)).SelectMany(row => query.ReadFor(row).OfType<object>().Prepend(row))];
}
