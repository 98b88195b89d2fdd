using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Rows that go, or lose values.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record RowDisposal
{
    /// <summary>Whose rows, resolved against the description of the store; rows of entities derived from it stay.</summary>
    public required StoreEntity Entity { get; init; }

    /// <summary>Which rows: the whole condition, which is asked again when they go.</summary>
    public required RowCondition Where { get; init; }

    /// <summary>What keeps rows from going although they meet the condition; it is looked up in the same statement.</summary>
    public required RowShield Shield { get; init; }

    /// <summary>What becomes of the rows.</summary>
    public required RowChange Change { get; init; }

    /// <summary>
    /// Which rows stand still from before the first of the disposals that are done in one transaction: what others are doing with them is waited for and judged, and what they begin then waits; <see langword="null"/>
    /// where nothing depends on it. A store in which one transaction writes at a time need not look at it.
    /// </summary>
    public RowCondition? LockedWhere { get; init; }

    /// <summary>
    /// Which rows are chosen before the first of the disposals that are done in one transaction, and stand still from then on as with <see cref="LockedWhere"/>; <see langword="null"/>, the default, for none. They
    /// are what <see cref="RowCondition.IsChosen"/> means here and in the conditions on rows that refer to them: rows that are judged by others which go before them could not be judged any more afterwards. The
    /// choice can be among what a disposal after it chose.
    /// </summary>
    public RowCondition? ChosenWhere { get; init; }

    /// <summary>Which rows change: those that meet the condition and, of rows that stay, hold something of what is to be emptied or replaced.</summary>
    public RowCondition Changing => Change is RowChange.Empty empty ? RowCondition.All(Where, empty.Holding) : Where;

    /// <summary>The entity and what becomes of its rows; conditions and keys are withheld.</summary>
    public override string ToString() => $"{Entity}: {Change}";

    /// <summary>
    /// Chooses the rows of disposals that are done together (<c>Chooses_rows_before_the_first_goes</c>). Every store calls it in the transaction before the first of them, and does what it returns; where nothing is
    /// to be chosen, that is what it was given.
    /// </summary>
    /// <param name="together">The disposals, in their order.</param>
    /// <param name="find">Finds the keys of the rows of an entity that meet a condition, and lets them stand still where others could change them meanwhile.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The disposals, with keys in the place of <see cref="RowCondition.IsChosen"/>.</returns>
    public static async ValueTask<ValueList<RowDisposal>> ChooseAsync(
        ValueList<RowDisposal> together, Func<StoreEntity, RowCondition, CancellationToken, ValueTask<ValueList<ValueList<object?>>>> find, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(find);
        RowDisposal[] chosen = [.. together];
        for (var last = chosen.Length - 1; last >= 0; last--)
        {
            if (chosen[last] is { ChosenWhere: { } where, Entity: var entity })
            {
                chosen[last] = chosen[last] with { ChosenWhere = null };
                var keys = new RowCondition.HasKey(entity.Description.Key, await find(entity, where, cancellationToken).ConfigureAwait(false));
                chosen = Array.ConvertAll(chosen, disposal => disposal.Choosing(entity.Description.Name, keys));
            }
        }

        return [.. chosen];
    }

    private RowDisposal Choosing(string entity, RowCondition.HasKey keys)
    {
        return this with { Where = With(Where), ChosenWhere = ChosenWhere is { } chosen ? With(chosen) : null, LockedWhere = LockedWhere is { } locked ? With(locked) : null };

        RowCondition With(RowCondition condition) => condition.Choosing(Entity.Description.Name == entity, entity, keys);
    }
}
