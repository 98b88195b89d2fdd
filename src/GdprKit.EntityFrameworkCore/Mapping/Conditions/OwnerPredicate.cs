using System.Linq.Expressions;
using System.Reflection;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Whether a row belongs to a person, as a condition that the database answers.</summary>
internal sealed class OwnerPredicate(DbContext context)
{
    private static readonly MethodInfo AnyMethod = typeof(Queryable).GetMethods()
        .Single(method => method.Name == nameof(Queryable.Any) && method.GetParameters().Length == 2);

    private readonly OrdinalEquality _equality = new(context);

    /// <summary>The database of the rows.</summary>
    public Dialect Dialect => _equality.Dialect;

    /// <summary>The condition that a row belongs to a person; <see langword="null"/> when no row can belong to them by this path.</summary>
    public Expression? Of(Expression row, IEntityType type, OwnerPath owner, SubjectId subject) =>
        owner.Kind == subject.Kind && owner.Key.Count == subject.Key.Count ? Follow(row, type, owner, 0, (target, person) => IsPerson(target, person, owner, subject)) : null;

    /// <summary>The condition that a row belongs to one of several people, as one condition and not as one for each; <see langword="null"/> when no row can belong to them by this path.</summary>
    public Expression? OfAny(Expression row, IEntityType type, OwnerPath owner, IReadOnlyCollection<SubjectId> people)
    {
        SubjectId[] possible = [.. people.Where(person => person.Kind == owner.Kind && person.Key.Count == owner.Key.Count)];
        if (owner.Key is [var key])
        {
            var isByLetters = false;
            var together = possible.Length == 0 ? null : Follow(row, type, owner, 0, (target, person) => IsOneOf(target, person, owner, key, possible, out isByLetters));
            if (!isByLetters)
            {
                return together;
            }
        }

        // What stands in it is not looked at by itself.
        var each = possible.Select(person => Of(row, type, owner, person)).OfType<Expression>().ToList();
        return each.Count == 0 ? null : Expression.Equal(each.Aggregate(Expression.OrElse), Expression.Constant(true));
    }

    /// <summary>The condition that a row belongs to somebody by a path.</summary>
    public Expression OfAnybody(Expression row, IEntityType type, OwnerPath owner) => Follow(row, type, owner, 0, (target, person) => IsSomebody(target, person, owner))!;

    /// <summary>
    /// Whether the key by which a path says whose a row is meets a condition. Where the database leaves out the case of a reference, the key
    /// that it leads to is looked at as well.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="type">Its entity.</param>
    /// <param name="owner">The path.</param>
    /// <param name="onDoubt">Whether a path holds for a row of which nobody knows whether it does.</param>
    /// <param name="meets">The condition on the key.</param>
    public Expression OfKey(Expression row, IEntityType type, OwnerPath owner, bool onDoubt, Func<Expression, IEntityType, ValueList<PropertyPath>, Expression> meets) =>
        Follow(row, type, owner, 0, (target, person) => OptionalConditions.All(
            owner.Condition is not { } condition ? null : onDoubt ? TwoValued.Opposite(Expression.Not(HostFunction.Of(condition, person)), Dialect) : HostFunction.Of(condition, person),
            OfKey(person, target, owner.Key, meets, [])))!;

    /// <summary>Whether some row of an entity has the values that a row has, and meets a condition.</summary>
    public Expression Exists(Expression row, IEntityType type, ValueList<PropertyPath> here, IEntityType target, ValueList<PropertyPath> there, string name, Func<ParameterExpression, Expression?> condition)
    {
        var other = Expression.Parameter(target.ClrType, name);
        var reference = KeyReference.Between(type, here, target, there);
        var joined = here.Select((path, i) => Join(
            RowAccess.Value(row, type, path), RowAccess.Property(type, path), RowAccess.Value(other, target, there[i]), RowAccess.Property(target, there[i]), reference));
        var conditions = condition(other) is { } rest ? joined.Append(rest) : joined;
        return Expression.Call(
            AnyMethod.MakeGenericMethod(target.ClrType),
            Rows.Of(context, target).Expression,
            Expression.Quote(Expression.Lambda(conditions.Aggregate(Expression.AndAlso), other)));
    }

    private Expression Join(Expression here, IProperty property, Expression there, IProperty other, KeyReference? reference) =>
        reference is null || !(_equality.MayLeaveOutCase(property) || _equality.MayLeaveOutCase(other)) ? _equality.ToColumn(there, other, here)
        : reference.LeadsToKey ? OrdinalEquality.OfReference(key: there, here)
        : OrdinalEquality.OfReference(key: here, there);

    private Expression? Follow(Expression row, IEntityType type, OwnerPath owner, int step, Func<IEntityType, Expression, Expression?> isPerson)
    {
        if (step == owner.Steps.Count)
        {
            return isPerson(type, row);
        }

        var (from, entity, to) = owner.Steps[step];
        var target = context.Model.FindEntityType(entity)!;
        var isPossible = true;
        var exists = Exists(row, type, from, target, to, $"owner{step}", other =>
        {
            var rest = Follow(other, target, owner, step + 1, isPerson);
            isPossible = rest is not null;
            return rest;
        });
        return isPossible ? exists : null;
    }

    private Expression OfKey(Expression row, IEntityType type, ValueList<PropertyPath> key, Func<Expression, IEntityType, ValueList<PropertyPath>, Expression> meets, IEntityType[] passed)
    {
        var letters = meets(row, type, key);
        return KeyReference.From(type, key) is not { } reference || passed.Contains(reference.Target) || !(MayLeaveOutCase(type, key) || MayLeaveOutCase(reference.Target, reference.There))
            ? letters
            : Expression.OrElse(letters, Exists(
                row, type, key, reference.Target, reference.There, $"kept{passed.Length}", person => OfKey(person, reference.Target, reference.There, meets, [.. passed, reference.Target])));
    }

    private Expression? IsPerson(IEntityType type, Expression row, OwnerPath owner, SubjectId subject) => HasKey(row, type, owner.Key, subject, []) is not { } hasKey ? null
        : owner.Condition is { } condition ? Expression.AndAlso(hasKey, HostFunction.Of(condition, row))
        : hasKey;

    /// <summary>Whether a row has the key of a person: by its letters, or by a reference to the row of the person that is valid although its letters differ.</summary>
    private Expression? HasKey(Expression row, IEntityType type, ValueList<PropertyPath> key, SubjectId subject, IEntityType[] passed)
    {
        if (ByLetters(row, type, key, subject) is not { } letters)
        {
            return null;
        }

        if (KeyReference.From(type, key) is not { } reference || passed.Contains(reference.Target) || !(MayLeaveOutCase(type, key) || MayLeaveOutCase(reference.Target, reference.There)))
        {
            return letters;
        }

        // Whom a reference leads to, the database decides; what leads to nobody is told by its letters.
        var leadsNowhere = Expression.Not(Exists(row, type, key, reference.Target, reference.There, $"anybody{passed.Length}", _ => null));
        var isPossible = true;
        var leadsToPerson = Exists(row, type, key, reference.Target, reference.There, $"person{passed.Length}", person =>
        {
            var theirs = HasKey(person, reference.Target, reference.There, subject, [.. passed, reference.Target]);
            isPossible = theirs is not null;
            return theirs;
        });
        var isTheirs = !isPossible ? Expression.AndAlso(letters, leadsNowhere)
            : OptionalConditions.All(AsKeysDo(row, type, key, reference, subject), Expression.OrElse(leadsToPerson, Expression.AndAlso(letters, leadsNowhere)))!;

        // One condition, which is asked once however often it stands in a question, and not the parts of it.
        return Expression.Equal(isTheirs, Expression.Constant(true));
    }

    /// <summary>What is true of every row that leads to the person, and spares the others the question whom they lead to; <see langword="null"/> when it is not known.</summary>
    private Expression? AsKeysDo(Expression row, IEntityType type, ValueList<PropertyPath> key, KeyReference reference, SubjectId subject)
    {
        // The key may itself be a reference that leaves out the case in another way.
        if (KeyReference.From(reference.Target, reference.There) is not null)
        {
            return null;
        }

        Expression? all = null;
        for (var i = 0; i < key.Count; i++)
        {
            var (property, there) = (RowAccess.Property(type, key[i]), RowAccess.Property(reference.Target, reference.There[i]));
            all = OptionalConditions.All(all, _equality.AsKeyDoes(RowAccess.Value(row, type, key[i]), property, there, KeyText.Read(subject.Key[i], property)!));
        }

        return all;
    }

    private bool MayLeaveOutCase(IEntityType type, ValueList<PropertyPath> key) => key.Any(path => _equality.MayLeaveOutCase(RowAccess.Property(type, path)));

    private Expression? ByLetters(Expression row, IEntityType type, ValueList<PropertyPath> key, SubjectId subject)
    {
        var conditions = new List<Expression>();
        for (var i = 0; i < key.Count; i++)
        {
            var property = RowAccess.Property(type, key[i]);
            if (KeyText.Read(subject.Key[i], property) is not { } value)
            {
                return null;
            }

            conditions.Add(_equality.ToValue(RowAccess.Value(row, type, key[i]), property, value));
        }

        return conditions.Aggregate(Expression.AndAlso);
    }

    // A database may take texts for the same that are not, so each of them is asked for.
    private static Expression? IsOneOf(IEntityType type, Expression row, OwnerPath owner, PropertyPath key, SubjectId[] people, out bool isByLetters)
    {
        var property = RowAccess.Property(type, key);
        isByLetters = OrdinalEquality.IsText(property);
        object[] values = isByLetters ? [] : [.. people.Select(person => KeyText.Read(person.Key[0], property)).OfType<object>()];
        return values.Length == 0 ? null : OptionalConditions.All(RowKeys.IsIn(RowAccess.Value(row, type, key), values), owner.Condition is { } condition ? HostFunction.Of(condition, row) : null);
    }

    private static Expression IsSomebody(IEntityType type, Expression row, OwnerPath owner)
    {
        var hasKey = owner.Key.Select(path => RowAccess.Value(row, type, path)).Select(column => (Expression)Expression.NotEqual(column, Expression.Constant(null, column.Type)));
        return (owner.Condition is { } condition ? hasKey.Append(HostFunction.Of(condition, row)) : hasKey).Aggregate(Expression.AndAlso);
    }
}
