using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace GdprKit.Mapping;

/// <summary>
/// Makes of a condition a test of one row. What a condition asks of other entities is read from them first: which of their rows are
/// meant, and by which values they are referred to.
/// </summary>
[RequiresUnreferencedCode("Properties are read by name.")]
[RequiresDynamicCode("The functions of a map become code when they are first used.")]
internal sealed class RowTests(
    StoreDescription store,
    Func<EntityDescription, IAsyncEnumerable<object>> rows,
    Func<object, PropertyPath, object?> value,
    HostFunctions functions,
    Func<RowCondition.HasHead, ValueTask<Func<SubjectId, bool>>> people,
    CancellationToken cancellationToken)
{
    public async ValueTask<Func<object, bool>> OfAsync(RowCondition condition, ValueList<OwnerPath> owners)
    {
        switch (condition)
        {
            case RowCondition.Opposite opposite:
                var test = await OfAsync(opposite.Condition, owners).ConfigureAwait(false);
                return row => !test(row);

            case RowCondition.AllOf all:
                var every = await OfAllAsync(all.Conditions, owners).ConfigureAwait(false);
                return row => Array.TrueForAll(every, each => each(row));

            case RowCondition.AnyOf any:
                var several = await OfAllAsync(any.Conditions, owners).ConfigureAwait(false);
                return row => Array.Exists(several, each => each(row));

            case RowCondition.Between between:
                var time = Of(between.Time);
                return row => between.Contains(time(row));

            case RowCondition.Holds holds:
                return row => holds.IsMetBy(field => value(row, field));

            case RowCondition.InRange range:
                return row => range.Contains(value(row, range.Property));

            case RowCondition.HasKey has:
                var isMeant = has.ToTest();
                return row => isMeant(property => value(row, property));

            case RowCondition.Meets meets:
                return IsTrue(functions.Of(meets.Function));

            case RowCondition.HasOwner has:
                return await FollowAsync(has.Owner, 0, IsSomebody(has.Owner)).ConfigureAwait(false);

            case RowCondition.HasHead has:
                return await FollowAsync(has.Owner, 0, IsOneOf(has.Owner, await people(has).ConfigureAwait(false))).ConfigureAwait(false);

            case RowCondition.BelongsTo belongs:
                var ways = new List<Func<object, bool>>();
                foreach (var owner in belongs.By is { } named ? [named] : owners)
                {
                    ways.Add(await OfOwnerAsync(owner, belongs.Subject).ConfigureAwait(false));
                }

                return row => ways.Exists(way => way(row));

            case RowCondition.HasRelated related:
                // Of the other row nobody knows the owners; whoever asks whose it is says by which path.
                var keys = await KeysAsync(related.Entity, related.There, await OfAsync(related.That, []).ConfigureAwait(false)).ConfigureAwait(false);
                return row => KeyOf(row, related.Here) is { } key && keys.Contains(key);

            default:
                throw new UnreachableException();
        }
    }

    public async ValueTask<Func<object, bool>[]> OfAllAsync(ValueList<RowCondition> conditions, ValueList<OwnerPath> owners)
    {
        var tests = new List<Func<object, bool>>(conditions.Count);
        foreach (var condition in conditions)
        {
            tests.Add(await OfAsync(condition, owners).ConfigureAwait(false));
        }

        return [.. tests];
    }

    /// <summary>The test that a row is a person's by one path.</summary>
    public async ValueTask<Func<object, bool>> OfOwnerAsync(OwnerPath owner, SubjectId subject) => owner.Kind == subject.Kind
        ? await FollowAsync(owner, 0, IsPerson(owner, subject)).ConfigureAwait(false)
        : _ => false;

    /// <summary>
    /// The test that a row is, by one path, that of somebody who meets a condition; where nobody knows whether the path holds for a row, it does. Where a key is
    /// half there, it is nobody's.
    /// </summary>
    public ValueTask<Func<object, bool>> OfPeopleAsync(OwnerPath owner, Func<SubjectId, bool> meets)
    {
        var holds = owner.Condition is { } condition ? functions.Of(condition) : _ => true;
        return FollowAsync(
            owner, 0, row => holds(row) is not false && KeyOf(row, owner.Key) is { } key && !key.Contains("") && meets(SubjectId.Of(owner.Kind, [.. key!])));
    }

    /// <summary>How a date of a row is read.</summary>
    public Func<object, object?> Of(StoreTime time) => time.Property is { } path ? row => value(row, path) : functions.Of(time.Value!);

    private async ValueTask<Func<object, bool>> FollowAsync(OwnerPath owner, int step, Func<object, bool> isPerson)
    {
        if (step == owner.Steps.Count)
        {
            return isPerson;
        }

        var (from, entity, to) = owner.Steps[step];
        var keys = await KeysAsync(entity, to, await FollowAsync(owner, step + 1, isPerson).ConfigureAwait(false)).ConfigureAwait(false);
        return keys.Count == 0 ? _ => false : row => KeyOf(row, from) is { } key && keys.Contains(key);
    }

    private Func<object, bool> IsPerson(OwnerPath owner, SubjectId subject) =>
        And(row => subject.HasKey([.. owner.Key.Select(path => value(row, path))]), owner);

    // Where a key is half there, it is nobody's.
    private Func<object, bool> IsOneOf(OwnerPath owner, Func<SubjectId, bool> meets) =>
        And(row => KeyOf(row, owner.Key) is { } key && !key.Contains("") && meets(SubjectId.Of(owner.Kind, [.. key!])), owner);

    private Func<object, bool> IsSomebody(OwnerPath owner) => And(row => KeyOf(row, owner.Key) is not null, owner);

    private Func<object, bool> And(Func<object, bool> hasKey, OwnerPath owner)
    {
        if (owner.Condition is not { } condition)
        {
            return hasKey;
        }

        var meets = IsTrue(functions.Of(condition));
        return row => hasKey(row) && meets(row);
    }

    /// <summary>The values that rows of an entity, and of those derived from it, have in some properties.</summary>
    private async ValueTask<HashSet<ValueList<object?>>> KeysAsync(string entity, ValueList<PropertyPath> properties, Func<object, bool> which)
    {
        var keys = new HashSet<ValueList<object?>>();
        foreach (var member in store.Family(entity))
        {
            await foreach (var row in rows(member).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (which(row) && KeyOf(row, properties) is { } key)
                {
                    keys.Add(key);
                }
            }
        }

        return keys;
    }

    /// <summary>The values of some properties; <see langword="null"/> when one of them is missing, so that they refer to nothing.</summary>
    private ValueList<object?>? KeyOf(object row, ValueList<PropertyPath> properties)
    {
        var key = properties.Select(path => value(row, path)).ToValueList();
        return key.Contains(null) ? null : key;
    }

    private static Func<object, bool> IsTrue(Func<object, object?> function) => row => function(row) is true;
}
