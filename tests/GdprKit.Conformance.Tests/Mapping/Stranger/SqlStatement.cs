using System.Diagnostics;
using System.Text.Json;
using GdprKit.Mapping;

namespace GdprKit.Conformance.Mapping;

/// <summary>
/// Conditions as texts of SQL. Each is 0 or 1 and never NULL, so that its opposite is NOT and their number is SUM.
/// </summary>
internal sealed class SqlStatement
{
    private readonly SqlSchema _schema;
    private readonly StoreEntity _entity;
    private readonly EntityDescription _described;
    private readonly Dictionary<string, object> _parameters = [];
    private int _aliases;

    public SqlStatement(SqlSchema schema, StoreEntity entity)
    {
        _schema = schema;
        _entity = entity;
        _described = schema.Description.Entity(entity.Description.Name);
    }

    public IReadOnlyDictionary<string, object> Parameters => _parameters;

    public string From => $"{_schema.Table(_described)} AS row";

    public string Where(RowCondition condition) => $"row.{SqlSchema.ClassColumn} = '{_described.Name}' AND {Condition(condition)}";

    public string Column(PropertyPath path) => Column("row", path);

    public string Condition(RowCondition condition) => Condition(condition, "row", _described, _entity.Owners);

    public string Time(StoreTime time) => Time(time, "row", _described);

    public string Parameter(object? value)
    {
        if (value is null)
        {
            return "NULL";
        }

        var name = $"$p{_parameters.Count}";
        _parameters.Add(name, SqlValues.Write(value));
        return name;
    }

    public string Column(string alias, PropertyPath path) => $"{alias}.{_schema.Column(path)}";

    /// <summary>A query over the rows of another entity that have the values that a row has.</summary>
    public string Over(string select, string entity, ValueList<PropertyPath> there, string alias, ValueList<PropertyPath> here, Func<string, EntityDescription, string> condition)
    {
        var other = _schema.Description.Entity(entity);
        var name = $"other{_aliases++}";
        var joined = there.Select((path, i) => $"{Column(name, path)} = {Column(alias, here[i])} COLLATE BINARY");
        return $"(SELECT {select.Replace("{other}", name, StringComparison.Ordinal)} FROM {_schema.Table(other)} AS {name} "
            + $"WHERE {name}.{SqlSchema.ClassColumn} IN ({_schema.Classes(other)}) AND {string.Join(" AND ", joined)} AND {condition(name, other)})";
    }

    private string Condition(RowCondition condition, string alias, EntityDescription entity, ValueList<OwnerPath> owners) => condition switch
    {
        RowCondition.Opposite opposite => $"(NOT {Condition(opposite.Condition, alias, entity, owners)})",
        RowCondition.AllOf all => $"({string.Join(" AND ", all.Conditions.Select(each => Condition(each, alias, entity, owners)).DefaultIfEmpty("1"))})",
        RowCondition.AnyOf any => $"({string.Join(" OR ", any.Conditions.Select(each => Condition(each, alias, entity, owners)).DefaultIfEmpty("0"))})",
        RowCondition.Between between => Between(between, Time(between.Time, alias, entity)),
        RowCondition.Holds holds => $"({string.Join(" OR ", holds.Fields.Select(field => Holds(Column(alias, field), _schema.Property(entity)(field)))
            .Concat(holds.Replacements.Select(each => $"({Column(alias, each.Property)} IS NOT NULL AND NOT ({Is(Column(alias, each.Property), each.By)}))")).DefaultIfEmpty("0"))})",
        RowCondition.HasKey { Properties: [var only] } has => $"({Column(alias, only)} IN (SELECT value FROM json_each({Parameter(JsonSerializer.Serialize(has.Keys.Select(key => SqlValues.Write(key[0]!))))})))",
        RowCondition.HasKey has => $"({string.Join(" OR ", has.Keys.Select(key => $"({string.Join(" AND ", has.Properties.Select((path, i) => $"{Column(alias, path)} = {Parameter(key[i])} COLLATE BINARY"))})").DefaultIfEmpty("0"))})",
        RowCondition.InRange range => IsTrue(string.Join(" AND ", new[] { (">", range.After), ("<=", range.Through) }
            .Where(bound => bound.Item2 is not null).Select(bound => $"{Column(alias, range.Property)} {bound.Item1} {Parameter(bound.Item2)}").Prepend("1"))),
        RowCondition.Meets meets => IsTrue(new SqlFunction(this, _schema, meets.Function, alias, entity).Text),
        RowCondition.HasOwner has => Follow(has.Owner, 0, alias, entity, (person, description) =>
            string.Join(" AND ", has.Owner.Key.Select(path => $"{Column(person, path)} IS NOT NULL"))),
        RowCondition.BelongsTo belongs => $"({string.Join(" OR ", (belongs.By is { } named ? [named] : owners)
            .Select(owner => Belongs(belongs.Subject, owner, alias, entity)).DefaultIfEmpty("0"))})",
        RowCondition.HasRelated related => $"EXISTS {Over("1", related.Entity, related.There, alias, related.Here, (name, other) => Condition(related.That, name, other, []))}",
        _ => throw new UnreachableException(),
    };

    // The text of the values of a collection is there also when it has none.
    private static string Holds(string column, PropertyDescription property) => $"({column} IS NOT NULL{(property.IsCollection ? $" AND {column} NOT IN ('[]', '[null]')" : "")})";

    private string Is(string column, Replacement by) => by is Replacement.PerRow text
        ? $"length({column}) = {text.Length} AND substr({column}, 1, {text.Prefix.Length}) = {Parameter(text.Prefix)} AND substr({column}, {text.Length - text.Suffix.Length + 1}) = {Parameter(text.Suffix)}"
        : $"{column} = {Parameter(by.Make())} COLLATE BINARY";

    private string Between(RowCondition.Between between, string time)
    {
        var end = between.Until is { } until ? $" AND {time} < {Parameter(until)}" : "";
        return IsTrue($"{time} >= {Parameter(between.From)}{end}");
    }

    private string Belongs(SubjectId subject, OwnerPath owner, string alias, EntityDescription entity) =>
        owner.Kind != subject.Kind || owner.Key.Count != subject.Key.Count ? "0" : Follow(owner, 0, alias, entity, (person, description) => string.Join(
            " AND ",
            owner.Key.Select((path, i) => SubjectId.TryReadKey(subject.Key[i], _schema.Property(description)(path).Type, out var value)
                ? $"{Column(person, path)} = {Parameter(value)} COLLATE BINARY"
                : "0")));

    private string Follow(OwnerPath owner, int step, string alias, EntityDescription entity, Func<string, EntityDescription, string> isPerson)
    {
        if (step < owner.Steps.Count)
        {
            var (from, target, to) = owner.Steps[step];
            return $"EXISTS {Over("1", target, to, alias, from, (name, other) => Follow(owner, step + 1, name, other, isPerson))}";
        }

        var condition = owner.Condition is { } function ? $" AND {IsTrue(new SqlFunction(this, _schema, function, alias, entity).Text)}" : "";
        return $"({IsTrue(isPerson(alias, entity))}{condition})";
    }

    private string Time(StoreTime time, string alias, EntityDescription entity) =>
        time.Property is { } path ? Column(alias, path) : new SqlFunction(this, _schema, time.Value!, alias, entity).Text;

    private static string IsTrue(string condition) => $"(({condition}) IS TRUE)";
}
