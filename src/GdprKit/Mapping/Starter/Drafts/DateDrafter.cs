namespace GdprKit.Mapping;

/// <summary>
/// Adds to maps the dates from which the periods of their fields run, where another map has them: the name of a customer is kept
/// as long as the last invoice, a line of an invoice as long as the invoice.
/// </summary>
internal sealed class DateDrafter
{
    private readonly Findings _findings;
    private readonly IReadOnlyList<DatedRow> _dated;
    private readonly IReadOnlyList<ActivityDraft> _activities;
    private readonly Dictionary<string, ValueList<MapCall>> _calls;

    private DateDrafter(Findings findings, IReadOnlyList<DatedRow> dated, IReadOnlyList<MapDraft> maps, IReadOnlyList<ActivityDraft> activities)
    {
        (_findings, _dated, _activities) = (findings, dated, activities);
        _calls = maps.ToDictionary(map => map.Entity.Name, map => map.Calls, StringComparer.Ordinal);
    }

    public static IReadOnlyList<MapDraft> Complete(Findings findings, IReadOnlyList<DatedRow> dated, IReadOnlyList<MapDraft> maps, IReadOnlyList<ActivityDraft> activities)
    {
        var drafter = new DateDrafter(findings, dated, maps, activities);
        // A row takes over what its owner says, so the owner comes first.
        foreach (var map in maps.Where(map => findings.IsPersonal(map.Entity)).OrderBy(map => DistanceOf(map.Entity, findings)))
        {
            var added = drafter.Missing(map.Entity).ToList();
            drafter._calls[map.Entity.Name] = [.. map.Calls.Where(call => call is not MapCall.NotPersonal), .. added, .. map.Calls.Where(call => call is MapCall.NotPersonal)];
        }

        return [.. maps.Select(map => map with { Calls = MarksFirst(drafter._calls[map.Entity.Name]) })];
    }

    // A mark without a call has no place at the end of the statement.
    private static ValueList<MapCall> MarksFirst(ValueList<MapCall> calls) =>
        [.. calls.Where(call => call is MapCall.Undatable), .. calls.Where(call => call is not MapCall.Undatable)];

    private static int DistanceOf(EntityDescription entity, Findings findings) => findings.Rows.TryGetValue(entity.Name, out var row)
        ? 1 + row.Owners.Max(owner => DistanceOf(findings.Store[owner.Target], findings))
        : 0;

    private IEnumerable<MapCall> Said(EntityDescription entity) => _findings.Store.LineOf(entity).SelectMany(each => _calls.GetValueOrDefault(each.Name));

    private IEnumerable<MapCall> Missing(EntityDescription entity)
    {
        var said = Said(entity).ToList();
        var open = _activities.SelectMany(draft => draft.Activity.Retention.Select(rule => (draft.Activity, Rule: rule)))
            .Where(each => IsOpen(each.Activity, each.Rule, entity, said)).ToList();
        var added = new List<MapCall>();
        var undatable = new List<Key<RetentionEvent>>();
        foreach (var (activity, rule) in open)
        {
            var calls = _findings.People.TryGetValue(entity.Name, out var people) ? ForPerson(entity, people, activity, rule) : ForRow(entity, activity, rule);
            added.AddRange(calls.Where(call => call.DatedEvent is null || !said.Concat(added).Any(other => other.DatedEvent == call.DatedEvent)));
            undatable.AddRange(calls.Count == 0 && !IsLeftToOwner(entity, rule) ? EventsOf(rule) : []);
        }

        added.AddRange(Newsletter(entity));
        return undatable.Count == 0 ? added : added.Append(new MapCall.Undatable(Mark.FillIn(
            $"the dates from which its periods run, {CSharpText.Enumerate([.. undatable.Distinct().Order().Select(what => $"'{what}'")])}, where {entity} can tell them; until then its rows are kept and reported.")));
    }

    /// <summary>Whether a rule keeps fields of the entity until an event of which no date is said.</summary>
    private bool IsOpen(ProcessingActivity activity, RetentionRule rule, EntityDescription entity, IReadOnlyList<MapCall> said) =>
        EventsOf(rule) is { Count: > 0 } events
        && !said.Any(call => call.DatedEvent is { } dated && events.Contains(dated))
        && said.OfType<MapCall.Field>().Any(field => (rule.Categories.IsEmpty ? activity.Categories : rule.Categories).Contains(field.Category))
        && _findings.PeopleBehind(entity).Any(people => activity.People.Contains(people.Kind.Key));

    private static ValueList<Key<RetentionEvent>> EventsOf(RetentionRule rule) => rule.Term is RetentionTerm.After after ? after.Events : [];

    /// <summary>Of every kind of row that an activity keeps, the last; nothing when one of them cannot be reached, because the others would be too early.</summary>
    private ValueList<MapCall> ForPerson(EntityDescription entity, FoundPeople people, ProcessingActivity activity, RetentionRule rule)
    {
        var events = new SubjectEvents(entity, people, _findings, _dated);
        var last = _dated
            .Where(row => EventsOf(rule).Contains(SubjectEvents.KeyOf(row.Topic.Happened!)) && _findings.PeopleBehind(row.Entity).Any(each => each.Kind.Key == people.Kind.Key))
            .Select(events.LastOf)
            .ToList();
        return last.Count == 0 || last.Contains(null) || last.DistinctBy(call => call!.What).Count() < last.Count
            ? []
            : [.. last.OfType<MapCall>(), new MapCall.AppliesWhen(
                activity.Key,
                last.Select(call => call!.Rows).ToValueList(),
                null,
                Mark.Guess($"'{activity.Key}' is only about {people.One} of whom something is in {CSharpText.Enumerate([.. last.Select(call => $"'{call!.Rows}'")])}."))];
    }

    /// <summary>Only who ticked it gets mail.</summary>
    private IEnumerable<MapCall> Newsletter(EntityDescription entity) =>
        from draft in _activities
        where draft.Activity is { Basis: LawfulBasis.Consent, Marketing.IsEmpty: false } && _findings.IsSubject(entity) && draft.Activity.People.Contains(_findings.People[entity.Name].Kind.Key)
        from property in entity.Properties.Where(ActivityDrafter.AsksForNewsletter).Take(1)
        where (Nullable.GetUnderlyingType(property.Type) ?? property.Type) == typeof(bool) && MemberAccess.Of(entity.Type, property.Path) is not null
        select new MapCall.AppliesWhen(draft.Activity.Key, [], property, Mark.Guess($"only who said yes gets it, by '{property.Path}'."));

    /// <summary>What the one owner says.</summary>
    private ValueList<MapCall> ForRow(EntityDescription entity, ProcessingActivity activity, RetentionRule rule)
    {
        if (WayToOwner(entity) is not { Navigation: { } navigation } way)
        {
            return [];
        }

        var owner = _findings.Store[way.Target];
        var said = Said(owner).Where(call => Answers(call, activity, rule)).ToList();
        return said.Exists(call => call.DatedEvent is { } dated && EventsOf(rule).Contains(dated))
            ? said.Select(call => (MapCall)Over(entity, way, navigation, owner, call)).ToValueList()
            : [];
    }

    private static bool Answers(MapCall call, ProcessingActivity activity, RetentionRule rule) => call switch
    {
        MapCall.UndatedEvent => false,
        MapCall.AppliesWhen applies => applies.Activity == activity.Key,
        MapCall.Over { Said: MapCall.AppliesWhen applies } => applies.Activity == activity.Key,
        _ => call.DatedEvent is { } dated && rule.Term is RetentionTerm.After after && (after.Events.Contains(dated) || after.Fallback == dated),
    };

    private static MapCall.Over Over(EntityDescription entity, ReferenceDescription way, PropertyPath navigation, EntityDescription owner, MapCall said)
    {
        var isOptional = way.Properties.Any(path => StoreReading.PropertyOf(entity, path).IsNullable);
        var mark = Mark.Guess($"as the map of {owner} says it.");
        return said is MapCall.Over over
            ? new MapCall.Over([navigation, .. over.Way], isOptional || over.IsOptional, over.Owner, over.Said, mark)
            : new MapCall.Over([navigation], isOptional, owner, said, mark);
    }

    private ReferenceDescription? WayToOwner(EntityDescription entity) =>
        _findings.Rows[entity.Name].Owners is [{ IsForeignKey: true, Navigation: { } navigation } way] && MemberAccess.Of(entity.Type, navigation) is not null ? way : null;

    // Whoever writes the date into the map of the owner is told of the rows that follow it.
    private bool IsLeftToOwner(EntityDescription entity, RetentionRule rule) => _findings.Rows.TryGetValue(entity.Name, out var row)
        && row.Owners.All(owner => Said(_findings.Store[owner.Target]).Any(call => call is MapCall.UndatedEvent or MapCall.Undatable && (call.DatedEvent is not { } dated || EventsOf(rule).Contains(dated))));
}
