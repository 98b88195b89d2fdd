using System.Linq.Expressions;
using GdprKit.Mapping;

namespace GdprKit.Conformance;

/// <summary>Conditions by chance, of every kind and some levels deep. The same ones for the same seed.</summary>
internal sealed class RandomConditions(int seed, StoreMap map, Func<StoreEntity, RowCondition, bool> isAnswerable)
{
    private const int Depth = 3;

    private static readonly LambdaExpression[] Functions =
    [
        (Expression<Func<Person, bool>>)(person => person.Score > 5),
        (Expression<Func<Person, bool>>)(person => person.Score == null),
        (Expression<Func<Person, bool>>)(person => person.Home!.City == "Utrecht"),
        (Expression<Func<Person, bool>>)(person => person.Email != null && person.IsHidden),
        (Expression<Func<Person, bool>>)(person => person.Orders.Any(order => order.IsOpen)),
        (Expression<Func<Order, bool>>)(order => order.IsOpen),
        (Expression<Func<Order, bool>>)(order => order.Note == null || order.IsHidden),
        (Expression<Func<Account, bool>>)(account => account.Role == AccountRole.Employee),
    ];

    // Every field of the domain that is classified is a text; some rows hold these.
    private static readonly ValueList<Replacement> Replacements =
    [
        new Replacement.Constant("Utrecht"), new Replacement.Constant("a note"), new Replacement.Constant("text"), new Replacement.Constant("somewhere"), new Replacement.Constant("LOGIN 3"),
        new Replacement.PerRow("p", ".nl", 12), new Replacement.PerRow("name"), new Replacement.PerRow("anon-", "@example.invalid"),
    ];

    private readonly Random _random = new(seed);

    /// <summary>A condition that the store can answer, and of which entity.</summary>
    public (StoreEntity Entity, RowCondition Condition) Next()
    {
        while (true)
        {
            var entity = AnyOf(map.Entities);
            var condition = Joined(entity, Depth, isRelated: false);
            if (isAnswerable(entity, condition))
            {
                return (entity, condition);
            }
        }
    }

    /// <summary>What a condition consists of, to find the part that matters.</summary>
    public static IEnumerable<RowCondition> PartsOf(RowCondition condition) => condition switch
    {
        RowCondition.AllOf all => Without(all.Conditions, rest => new RowCondition.AllOf(rest)),
        RowCondition.AnyOf any => Without(any.Conditions, rest => new RowCondition.AnyOf(rest)),
        RowCondition.Opposite opposite => [opposite.Condition, .. PartsOf(opposite.Condition).Select(part => new RowCondition.Opposite(part))],
        RowCondition.HasRelated related when related.That != RowCondition.Always => PartsOf(related.That).Append(RowCondition.Always).Select(part => related with { That = part }),
        _ => [],
    };

    private static IEnumerable<RowCondition> Without(ValueList<RowCondition> conditions, Func<ValueList<RowCondition>, RowCondition> join) =>
        conditions.Concat(conditions.Count > 1 ? conditions.Select((_, i) => join(conditions.Where((_, other) => other != i).ToValueList())) : []);

    private RowCondition Make(StoreEntity entity, int depth, bool isRelated) => depth > 0 && _random.Next(2) == 0
        ? Joined(entity, depth, isRelated)
        : _random.Next(6) switch
        {
            0 or 1 => Between(entity),
            2 => Belongs(entity, isRelated),
            3 => Holds(entity),
            4 => entity.Owners.IsEmpty ? RowCondition.Never : new RowCondition.HasOwner(AnyOf(entity.Owners)),
            _ => Meets(entity),
        };

    private RowCondition Joined(StoreEntity entity, int depth, bool isRelated) => _random.Next(6) switch
    {
        0 => new RowCondition.Opposite(Make(entity, depth - 1, isRelated)),
        1 => new RowCondition.AllOf(Some(entity, depth - 1, isRelated)),
        2 => new RowCondition.AnyOf(Some(entity, depth - 1, isRelated)),
        _ => Related(entity, depth - 1),
    };

    private ValueList<RowCondition> Some(StoreEntity entity, int depth, bool isRelated) =>
        Enumerable.Range(0, _random.Next(4)).Select(_ => Make(entity, depth, isRelated)).ToValueList();

    private RowCondition Between(StoreEntity entity)
    {
        if (entity.Events.IsEmpty)
        {
            return RowCondition.Always;
        }

        var time = AnyOf(entity.Events).Time;
        var from = RandomWorld.Day(_random);
        DateOnly? until = _random.Next(2) == 0 ? null : from.AddDays(_random.Next(10));
        return new RowCondition.Between(time, Begin(time, from), until is { } end ? Begin(time, end) : null);
    }

    private static object Begin(StoreTime time, DateOnly day) => time.StartOf(new NodaTime.LocalDate(day.Year, day.Month, day.Day), DatedWorld.Zone);

    private RowCondition Belongs(StoreEntity entity, bool isRelated)
    {
        // Whose another row is, is not known to a condition: its entity is told by name only.
        if (isRelated)
        {
            return new RowCondition.AllOf([]);
        }

        var subject = entity.Description.Type == typeof(Account) || entity.Description.Type == typeof(Session)
            ? SubjectId.Of(_random.Next(2) == 0 ? DomainKeys.People : DomainKeys.Staff, _random.Next(3), _random.Next(4))
            : SubjectId.Of(DomainKeys.People, AnyOf(RandomWorld.People));
        return new RowCondition.BelongsTo(subject, _random.Next(2) == 0 || entity.Owners.IsEmpty ? null : AnyOf(entity.Owners));
    }

    private RowCondition.Holds Holds(StoreEntity entity)
    {
        ValueList<PropertyPath> fields = [.. entity.Fields.Select(field => field.Property).Where(property => !property.IsCollection).Select(property => property.Path)];
        return new RowCondition.Holds(Enumerable.Range(0, fields.IsEmpty ? 0 : _random.Next(3)).Select(_ => AnyOf(fields)).ToValueList())
        {
            Replacements = Enumerable.Range(0, fields.IsEmpty ? 0 : _random.Next(3)).Select(_ => new FieldReplacement(AnyOf(fields), AnyOf(Replacements))).ToValueList(),
        };
    }

    private RowCondition Meets(StoreEntity entity)
    {
        LambdaExpression[] fitting = [.. Functions.Where(function => function.Parameters[0].Type.IsAssignableFrom(entity.Description.Type))];
        return fitting.Length == 0 ? RowCondition.Never : new RowCondition.Meets(AnyOf(fitting));
    }

    private RowCondition Related(StoreEntity entity, int depth)
    {
        var reference = AnyOf(entity.Description.References);
        return map.Entities.FirstOrDefault(other => other.Description.Name == reference.Target) is { } target
            ? new RowCondition.HasRelated(reference.Target, reference.TargetProperties, reference.Properties, Make(target, depth, isRelated: true))
            : RowCondition.Always;
    }

    private T AnyOf<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
