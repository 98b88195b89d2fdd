using System.Runtime.CompilerServices;

namespace GdprKit.Mapping;

/// <content>What a store needs that lets its rows go one after another.</content>
public abstract partial class RowByRowStore
{
    /// <summary>Reads the rows that a disposal takes, for a store that is an <see cref="IPersonalDataDisposer"/>.</summary>
    /// <param name="entity">The entity, resolved against this store's description.</param>
    /// <param name="disposal">What is to happen.</param>
    /// <param name="shielded">Whom <see cref="RowDisposal.Shield"/> protects, as it is while nobody can place a shield.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <returns>The objects that <see cref="ReadRowsAsync"/> hands out, as far as they meet the condition, are not shielded, and hold something of what is to be emptied.</returns>
    protected async IAsyncEnumerable<object> ReadDisposableAsync(
        StoreEntity entity, RowDisposal disposal, ShieldedPeople shielded, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(disposal);
        ArgumentNullException.ThrowIfNull(shielded);
        if (shielded.IsEverybody)
        {
            yield break;
        }

        var tests = Tests(cancellationToken);
        var isAsked = await tests.OfAsync(disposal.Where, entity.Owners).ConfigureAwait(false);
        var shields = new List<Func<object, bool>>();
        foreach (var owner in entity.Owners)
        {
            shields.Add(await tests.OfPeopleAsync(owner, shielded.Contains).ConfigureAwait(false));
        }

        var among = disposal.Among?.ToHashSet();
        await foreach (var row in RowsOf(entity, cancellationToken).ConfigureAwait(false))
        {
            if ((among is null || among.Contains(KeyOf(row, entity)))
                && isAsked(row)
                && !shields.Exists(isShielded => isShielded(row))
                && (disposal.Change is not RowChange.Empty empty || empty.Fields.Any(field => ReadValue(row, field) is not (null or ValueList<object?> { IsEmpty: true }))))
            {
                yield return row;
            }
        }
    }
}
