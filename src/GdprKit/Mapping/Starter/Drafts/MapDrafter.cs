namespace GdprKit.Mapping;

/// <summary>Drafts the maps of a store.</summary>
internal sealed class MapDrafter
{
    private readonly Findings _findings;
    private readonly IReadOnlyList<DatedRow> _dated;
    private readonly IReadOnlyList<PeopleGroup> _groups;
    private readonly Dictionary<string, ValueList<MapCall>> _events;
    private readonly Dictionary<string, ValueList<MapCall>> _drafted = new(StringComparer.Ordinal);

    private MapDrafter(Findings findings, IReadOnlyList<DatedRow> dated, IReadOnlyList<PeopleGroup> groups)
    {
        _findings = findings;
        _dated = dated;
        _groups = groups;
        _events = groups.SelectMany(group => group.Calls).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The maps in an order in which a base class comes before what is derived from it.</summary>
    public static IReadOnlyList<MapDraft> Draft(Findings findings, IReadOnlyList<DatedRow> dated, IReadOnlyList<PeopleGroup> groups)
    {
        var drafter = new MapDrafter(findings, dated, groups);
        return [.. findings.Store.RootsFirst.Where(StoreReading.CanBeMapped).Select(drafter.Draft).Where(draft => draft.Calls.Count > 0)];
    }

    private MapDraft Draft(EntityDescription entity)
    {
        var inherited = _findings.Store.LineOf(entity).Skip(1).SelectMany(parent => _drafted.GetValueOrDefault(parent.Name)).ToList();
        var declared = inherited.SelectMany(call => PropertiesOf(call)).ToHashSet();
        var open = entity.Properties.Where(property => !property.IsBookkeeping && !declared.Contains(property.Path)).ToList();
        var guesses = _findings.IsPersonal(entity) ? Guess(entity, open) : LeftOver.Guess(entity, open, _findings);
        var owners = _findings.Rows.TryGetValue(entity.Name, out var row) ? row.Owners : [];
        var fields = new FieldDrafter(entity, ContextOf(entity), owners).Calls(guesses).ToList();
        List<MapCall> calls =
        [
            .. Owners(entity),
            .. Called(entity),
            .. fields.Where(call => call is MapCall.Field),
            .. fields.OfType<MapCall.Serves>().Where(call => !inherited.OfType<MapCall.Serves>().Any(other => other.Role == call.Role)),
            .. Dates(entity).Where(call => call.DatedEvent is null || !inherited.Exists(other => other.DatedEvent == call.DatedEvent)),
            .. fields.Where(call => call is MapCall.NotPersonal),
        ];
        _drafted[entity.Name] = calls.ToValueList();
        return new MapDraft(entity, calls.Count == 0 || _findings.Store.HasClassOfItsOwn(entity)
            ? calls.ToValueList()
            : [new MapCall.StoredAs(entity.Name, Mark.Guess($"one of several entities of the class {CSharpType.PlainName(entity.Type)}.")), .. calls]);
    }

    private static ValueList<PropertyPath> PropertiesOf(MapCall call) => call switch
    {
        MapCall.Field field => field.Properties,
        MapCall.NotPersonal left => left.Properties,
        _ => [],
    };

    private RowContext ContextOf(EntityDescription entity) => RowContext.For(entity, _findings);

    private List<PropertyGuess> Guess(EntityDescription entity, List<PropertyDescription> open)
    {
        var guesser = new PropertyGuesser(entity, ContextOf(entity), _findings);
        return [.. open.Select(guesser.Of).OfType<PropertyGuess>()];
    }

    private IEnumerable<MapCall> Owners(EntityDescription entity)
    {
        if (_findings.People.TryGetValue(entity.Name, out var people))
        {
            return _findings.IsSubject(entity) ? [new MapCall.IsSubject(people.Kind.Key, entity.Key, Mark.Guess($"a row of {entity} is {people.One}."))] : [];
        }

        return _findings.Rows.TryGetValue(entity.Name, out var row) && !(_findings.Store.ParentOf(entity) is { } parent && _findings.Rows.ContainsKey(parent.Name))
            ? row.Owners.Select(owner => new MapCall.BelongsTo(owner, Mark.Guess(WhyOwner(entity, owner))))
            : [];
    }

    // People are called after their kind; the lines of an order by their class, because they are not the order.
    private IEnumerable<MapCall> Called(EntityDescription entity) => _dated.Where(row => row.Entity.Name == entity.Name)
        .Select(row => new MapCall.Called(row.Topic.Label, Mark.Guess($"by the name of {entity}.")));

    private string WhyOwner(EntityDescription entity, ReferenceDescription owner)
    {
        var target = _findings.Store[owner.Target];
        var one = _findings.People.TryGetValue(target.Name, out var people) ? people.One : EntityName.One(target);
        var properties = CSharpText.Enumerate([.. owner.Properties.Select(property => property.ToString())]);
        return !owner.IsForeignKey ? $"it belongs to everybody in '{owner.Navigation}'."
            : StoreReading.IsGuessed(entity, owner) ? $"{properties} is the key of {one}, by its name; the model declares no reference."
            : $"it belongs to whom {properties} refers to, {one}.";
    }

    private bool IsCounted(DatedRow row) =>
        (row.HasAmounts && FiscalRows.PeopleIn(row, _findings).Any()) || _groups.Any(group => ItemRows.Of(group, _dated, _findings).Contains(row));

    private IEnumerable<MapCall> Dates(EntityDescription entity)
    {
        foreach (var call in _events.GetValueOrDefault(entity.Name))
        {
            yield return call;
        }

        if (_findings.IsSubject(entity) && new SubjectEvents(entity, _findings.People[entity.Name], _findings, _dated).Arrived is { } arrived)
        {
            yield return arrived;
        }

        foreach (var row in _dated.Where(row => row.Entity.Name == entity.Name && IsCounted(row)))
        {
            var what = row.Topic.Happened!;
            yield return new MapCall.Event(
                SubjectEvents.KeyOf(what),
                row.Date,
                DateProperty.MeaningOf(row.Date).Meaning,
                Mark.Guess(SubjectEvents.WithMeaning($"{what.Label[Language.English]}, by '{row.Date.Path}'", row.Date)));
        }
    }
}
