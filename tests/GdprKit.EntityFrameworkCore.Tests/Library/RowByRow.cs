using System.Collections.Concurrent;
using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using GdprKit.Mapping;

namespace GdprKit.EntityFrameworkCore.Library;

/// <summary>
/// What conditions mean, by asking objects one by one: the definition that statements are held to. What cannot be computed of an
/// object is unknown.
/// </summary>
internal sealed class RowByRow(IReadOnlyCollection<object> rows)
{
    private static readonly ConcurrentDictionary<LambdaExpression, Delegate> Compiled = new(ReferenceEqualityComparer.Instance);

    public long Count<T>(StoreEntity entity, RowCondition where) => rows.OfType<T>().Count(row => IsMet(where, row!, entity));

    public bool IsMet(RowCondition condition, object row, StoreEntity? entity) => condition switch
    {
        RowCondition.Opposite opposite => !IsMet(opposite.Condition, row, entity),
        RowCondition.AllOf all => all.Conditions.All(each => IsMet(each, row, entity)),
        RowCondition.AnyOf any => any.Conditions.Any(each => IsMet(each, row, entity)),
        RowCondition.Meets meets => Ask(meets.Function, row) is true,
        RowCondition.Between between => TimeOf(between.Time, row) is IComparable time && time.CompareTo(between.From) >= 0 && (between.Until is null || time.CompareTo(between.Until) < 0),
        RowCondition.HasOwner has => IsOwned(row, has.Owner, 0, _ => true),
        RowCondition.BelongsTo belongs => entity!.Owners.Where(owner => belongs.By is null || owner == belongs.By)
            .Where(owner => owner.Kind == belongs.Subject.Kind)
            .Any(owner => IsOwned(row, owner, 0, key => key.Select(part => $"{part}").SequenceEqual(belongs.Subject.Key))),
        RowCondition.HasRelated related => Related(row, related.Here, related.Entity, related.There).Any(other => IsMet(related.That, other, null)),
        _ => throw new UnreachableException(),
    };

    public static object? TimeOf(StoreTime time, object row) => time.Property is { } path ? Read(row, path) : Ask(time.Value!, row);

    private bool IsOwned(object row, OwnerPath owner, int step, Func<object?[], bool> isPerson)
    {
        if (step < owner.Steps.Count)
        {
            var (from, entity, to) = owner.Steps[step];
            return Related(row, from, entity, to).Any(other => IsOwned(other, owner, step + 1, isPerson));
        }

        var key = owner.Key.Select(path => Read(row, path)).ToArray();
        return Array.TrueForAll(key, part => part is not null) && isPerson(key) && (owner.Condition is null || Ask(owner.Condition, row) is true);
    }

    private IEnumerable<object> Related(object row, ValueList<PropertyPath> here, string entity, ValueList<PropertyPath> there)
    {
        var values = here.Select(path => Read(row, path)).ToList();
        return values.Contains(null) ? [] : rows.Where(other => other.GetType().FullName == entity && there.Select(path => Read(other, path)).SequenceEqual(values));
    }

    private static object? Read(object row, PropertyPath path) => row.GetType().GetProperty(path.Segments.Single())!.GetValue(row);

    private static object? Ask(LambdaExpression function, object row)
    {
        try
        {
            return Compiled.GetOrAdd(function, lambda => lambda.Compile()).DynamicInvoke(row);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is NullReferenceException or InvalidOperationException)
        {
            return null;
        }
    }
}
