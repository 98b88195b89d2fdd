namespace GdprKit.Ledger;

/// <summary>
/// Does again, after what was lost came back into the ledger, what was done to the data of the application since the copy was made. Each room that changes such data has one; a host with changes of its own can add another.
/// </summary>
/// <remarks>Doing it again when it was done is no fault and comes to the same: who was killed begins anew. Of the life of its streams.</remarks>
public interface IRestoreRepair
{
    /// <summary>When its turn is: who comes first has the lower number.</summary>
    int Turn { get; }

    /// <summary>Says what is to be done again, or does it.</summary>
    /// <param name="restored">What came back.</param>
    /// <param name="cancellationToken">Ends the work; what was done stays.</param>
    /// <returns>What was done, what is left to do by hand, and what could not be done.</returns>
    ValueTask<ValueList<RestoreFinding>> RepairAsync(RestoredEntries restored, CancellationToken cancellationToken);
}
