namespace GdprKit.Mapping;

/// <summary>What can be said of maps without a store: the register knows what they name.</summary>
internal static class DeclarationCheck
{
    public static IEnumerable<MapFault> Find(ProcessingRegister register, IReadOnlyCollection<EntityMap> maps) =>
    [
        .. maps.GroupBy(map => new { map.Entity, map.StoredAs }).Where(same => same.Count() > 1).Select(same => MapFaults.MappedTwice(same.First().ToString())),
        .. maps.SelectMany(map => map.Owners.OfType<RowOwner.Subject>().SelectMany(owner => Find(map.ToString(), owner.Kind, register.People))),
        .. maps.SelectMany(map => map.Fields.SelectMany(field => Find($"{map}.{field.Property}", field.Category, register.Categories))),
        .. maps.SelectMany(map => map.Events.SelectMany(happened => Find(map.ToString(), happened.Event, register.Events))),
        .. maps.SelectMany(map => map.Scopes.SelectMany(scope => Find(map.ToString(), scope.Activity, register.Activities))),
        .. maps.SelectMany(map => map.Scopes
            .Where(scope => scope.Condition is null && !scope.Activity.IsDefault && register.Activities.Contains(scope.Activity) && register.Activities[scope.Activity].Basis is not LawfulBasis.Consent)
            .Select(scope => MapFaults.NotOnConsent(map.ToString(), scope.Activity))),
        .. maps.SelectMany(map => map.HoldQueries.Where(query => query.Key.IsDefault).Select(_ => MapFaults.KeyMissing(map.ToString(), "query for holds"))),
        .. maps.SelectMany(map => map.NotPersonal
            .Where(left => string.IsNullOrWhiteSpace(left.Reason))
            .Select(left => MapFaults.ReasonMissing($"{map}.{left.Property}"))),
    ];

    public static IEnumerable<MapFault> Find<T>(string place, Key<T> key, DeclarationSet<T> declared)
        where T : class, IDeclaration<T>
    {
        if (key.IsDefault)
        {
            yield return MapFaults.KeyMissing(place, DeclarationName.Of<T>());
        }
        else if (!declared.Contains(key))
        {
            yield return MapFaults.UnknownReference(place, DeclarationName.Of<T>(), key.ToString(), NearestKey.To(key.ToString(), declared.Select(each => each.Key.ToString())));
        }
    }
}
