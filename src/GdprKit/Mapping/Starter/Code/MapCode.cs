namespace GdprKit.Mapping;

/// <summary>Writes a proposed map.</summary>
internal sealed class MapCode
{
    private const string Indent = "        ";

    private readonly MapDraft _draft;
    private readonly ProposalNames _names;
    private readonly KeyNames _keys;
    private readonly StoreReading _store;
    private readonly CodeFile _file;
    private readonly string _one;

    private MapCode(MapDraft draft, ProposalNames names, KeyNames keys, StoreReading store)
    {
        (_draft, _names, _keys, _store) = (draft, names, keys, store);
        _file = new CodeFile(names, ["GdprKit", .. DateCode.NamespacesFor(draft.Calls)]);
        _one = Letter(draft.Entity);
    }

    public static ProposedFile Write(MapDraft draft, ProposalNames names, KeyNames keys, StoreReading store) => new MapCode(draft, names, keys, store).Write();

    private ProposedFile Write()
    {
        var entity = _file.Write(_draft.Entity);
        var name = _names.MapOf(_draft.Entity);
        var calls = _draft.Calls.SelectMany(call => Write(call).Select(line => ((Mark?)call.Mark, line))).ToList();
        return _file.Build(name,
        [
            $"/// <summary>Where {EntityName.Of(_draft.Entity)} holds personal data.</summary>",
            $"{(_draft.Entity.Type.IsVisible ? "public" : "internal")} sealed class {name} : IPersonalDataMap<{entity}>",
            "{",
            $"    public void Configure(PersonalDataMapBuilder<{entity}> data) => data",
            .. CodeLines.Chain(Indent, calls),
            "}",
        ]);
    }

    private IEnumerable<string> Write(MapCall call) => call switch
    {
        MapCall.StoredAs stored => [$".StoredAs({CSharpText.Literal(stored.Entity)})"],
        MapCall.Called called => [$".Called({CSharpText.Arguments(called.Label)})"],
        MapCall.IsSubject subject => [Call("IsSubject", _keys[subject.Kind], subject.Key)],
        MapCall.BelongsTo { Owner: var owner } => [BelongsTo(owner)],
        MapCall.Field { Whose: FieldSubjects.OneOwner one } field =>
            [CodeLines.Call(Indent, "FieldOf", [Lambda(one.Property)!, _keys[field.Category], .. field.Properties.Select(property => Lambda(property)!)])],
        MapCall.Field { Whose: FieldSubjects.AllOwners } field => Calls("SharedField", _keys[field.Category], field.Properties),
        MapCall.Field field => Calls("Field", _keys[field.Category], field.Properties),
        MapCall.Serves { Role: FieldRole.EmailAddress } role => [$".Email({Lambda(role.Property)})"],
        MapCall.Serves role => [$".BirthDate({Lambda(role.Property)})"],
        MapCall.Event happened => [CodeLines.Call(Indent, "Event", [_keys[happened.What], Path(happened.Date.Path), .. Meaning(happened.Meaning)])],
        MapCall.LatestEvent latest => [Dated(latest.What, Latest(_one, _draft.Entity, latest), latest.Meaning)],
        MapCall.Over over => [Over(over)],
        MapCall.AppliesWhen applies => [Applies(_one, _draft.Entity, applies)],
        MapCall.Undatable => [""],
        MapCall.UndatedEvent undated => [Dated(undated.What, "(DateTime?)null", TimeMeaning.Date)],
        MapCall.Arrived arrived => [CodeLines.Call(Indent, "Arrived", [Lambda(arrived.Property)!, .. Meaning(arrived.Meaning)])],
        MapCall.NotPersonal left => Calls("NotPersonal", CSharpText.Literal(left.Reason), left.Properties),
        _ => throw new System.Diagnostics.UnreachableException(call.GetType().Name),
    };

    private static string Letter(EntityDescription entity) =>
        char.ToLowerInvariant(EntityName.Of(entity)[0]) is var first && char.IsAsciiLetterLower(first) ? first.ToString() : "x";

    private string BelongsTo(ReferenceDescription owner) => owner.Navigation is { } navigation && Lambda(navigation) is { } way
        ? $".BelongsTo({way})"
        : Call($"BelongsTo<{_file.Write(_store[owner.Target])}>", null, owner.Properties);

    /// <summary>What the map of another entity says, from here.</summary>
    private string Over(MapCall.Over over)
    {
        var (from, entity) = (_one, _draft.Entity);
        foreach (var navigation in over.Way)
        {
            from += $".{MemberAccess.Dereferenced(entity.Type, navigation)}";
            entity = TargetOf(entity, navigation);
        }

        return over.Said switch
        {
            MapCall.Event happened => Dated(happened.What, $"{(over.IsOptional ? DateCode.NullableCast(happened.Date.Type) : "")}{from}.{MemberAccess.Of(entity.Type, happened.Date.Path)}", happened.Meaning),
            MapCall.LatestEvent latest => Dated(latest.What, Latest(from, entity, latest), latest.Meaning),
            MapCall.AppliesWhen applies => Applies(from, entity, applies),
            _ => throw new System.Diagnostics.UnreachableException(over.Said.GetType().Name),
        };
    }

    private string Dated(Key<RetentionEvent> what, string date, TimeMeaning meaning) =>
        CodeLines.Call(Indent, "Event", [_keys[what], $"{_one} => {date}", .. Meaning(meaning)]);

    private string Latest(string from, EntityDescription entity, MapCall.LatestEvent latest)
    {
        var row = TargetOf(entity, latest.Rows);
        var other = Letter(row) is var letter && letter == _one ? _one == "x" ? "y" : "x" : letter;
        return $"{from}.{MemberAccess.Dereferenced(entity.Type, latest.Rows)}.Max({other} => {DateCode.NullableCast(latest.Date.Type)}{other}.{MemberAccess.Of(row.Type, latest.Date.Path)})";
    }

    private string Applies(string from, EntityDescription entity, MapCall.AppliesWhen applies)
    {
        var condition = applies.Says is { } says
            ? $"{from}.{MemberAccess.Of(entity.Type, says.Path)}{(Nullable.GetUnderlyingType(says.Type) is null ? "" : " == true")}"
            : string.Join(" || ", applies.Rows.Select(rows => $"{from}.{MemberAccess.Dereferenced(entity.Type, rows)}.Any()"));
        return CodeLines.Call(Indent, "AppliesWhen", _keys[applies.Activity], $"{_one} => {condition}");
    }

    private EntityDescription TargetOf(EntityDescription entity, PropertyPath navigation) =>
        _store[entity.References.First(reference => reference.Navigation == navigation).Target];

    /// <summary>One call with all properties, each as a function if all can be.</summary>
    private string Call(string method, string? first, ValueList<PropertyPath> properties)
    {
        var lambdas = properties.Select(Lambda).ToList();
        var arguments = lambdas.TrueForAll(lambda => lambda is not null) ? lambdas : properties.Select(property => (string?)Text(property));
        return CodeLines.Call(Indent, method, [.. first is null ? [] : new[] { first }, .. arguments.OfType<string>()]);
    }

    /// <summary>A call with the properties that are functions, and one with those that are texts.</summary>
    private IEnumerable<string> Calls(string method, string first, ValueList<PropertyPath> properties)
    {
        foreach (var same in properties.GroupBy(property => Lambda(property) is not null).OrderByDescending(group => group.Key))
        {
            yield return CodeLines.Call(Indent, method, [first, .. same.Select(Path)]);
        }
    }

    private string Path(PropertyPath property) => Lambda(property) ?? Text(property);

    private string? Lambda(PropertyPath property) => MemberAccess.Of(_draft.Entity.Type, property) is { } access ? $"{_one} => {_one}.{access}" : null;

    private static string Text(PropertyPath property) => CSharpText.Literal(property.ToString());

    private static string[] Meaning(TimeMeaning meaning) => meaning is TimeMeaning.Unspecified ? [] : [$"TimeMeaning.{meaning}"];
}
