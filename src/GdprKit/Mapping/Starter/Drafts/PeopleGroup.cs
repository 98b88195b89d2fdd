namespace GdprKit.Mapping;

/// <summary>People for whom the same is proposed.</summary>
/// <param name="Role">What they are.</param>
/// <param name="People">The kinds, ordered by key.</param>
/// <param name="Clock">From which events their periods run.</param>
/// <param name="Calls">What the map of each entity of such people says about these events, by the name of the entity.</param>
internal sealed record PeopleGroup(PeopleRole Role, ValueList<FoundPeople> People, Clock Clock, IReadOnlyDictionary<string, ValueList<MapCall>> Calls)
{
    public IEnumerable<Key<SubjectKind>> Kinds => People.Select(people => people.Kind.Key);

    /// <summary>Everybody, in groups: by what they are, and by kind where nothing is known but that they are people.</summary>
    public static IReadOnlyList<PeopleGroup> Find(Findings findings, IReadOnlyList<DatedRow> dated) =>
    [
        .. findings.Subjects
            .GroupBy(entity => findings.People[entity.Name] is { Role: PeopleRole.Unspecified } one ? one.Kind.Key.ToString() : findings.People[entity.Name].Role.ToString())
            .OrderBy(group => findings.People[group.First().Name].Role)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Of([.. group], findings, dated)),
    ];

    private static PeopleGroup Of(List<EntityDescription> entities, Findings findings, IReadOnlyList<DatedRow> dated)
    {
        var people = entities.Select(entity => findings.People[entity.Name]).DistinctBy(each => each.Kind.Key).OrderBy(each => each.Kind.Key).ToValueList();
        var role = people[0].Role;
        if (!Clock.RunsFor(role))
        {
            return new PeopleGroup(role, people, new Clock([], null), new Dictionary<string, ValueList<MapCall>>(StringComparer.Ordinal));
        }

        var events = entities.ToDictionary(entity => entity.Name, entity => new SubjectEvents(entity, findings.People[entity.Name], findings, dated), StringComparer.Ordinal);
        var dates = events.ToDictionary(each => each.Key, each => DatesOf(each.Value), StringComparer.Ordinal);
        // Whoever never did anything is measured from the sign-up, but only where everything they can do is known.
        var hasFallback = events.Values.All(each => each.Activity.Count > 0 && each.SignUp is not null);
        var clock = new Clock(
            dates.Values.SelectMany(each => each.Select(date => date.Event)).DistinctBy(what => what.Key).OrderBy(what => what.Key, StringComparer.Ordinal).ToValueList(),
            hasFallback ? Clock.SignUp : null);
        return new PeopleGroup(role, people, clock, entities.ToDictionary(
            entity => entity.Name,
            entity => dates[entity.Name].Select(date => date.Call).Concat(hasFallback ? [events[entity.Name].SignUp!.Value.Call] : []).ToValueList(),
            StringComparer.Ordinal));
    }

    private static IReadOnlyList<(TopicEvent Event, MapCall Call)> DatesOf(SubjectEvents events) =>
        events.Activity is { Count: > 0 } activity ? activity : [events.End ?? events.Undated];
}
