using System.Runtime.CompilerServices;

namespace GdprKit.Retention;

/// <summary>Asks a store, and says of what fails which store and which entity it was about: half an answer is none.</summary>
internal static class StoreAnswers
{
    public static async ValueTask<T> AskAsync<T>(PlannedEntity entity, Func<ValueTask<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception exception) when (IsOfStore(exception, cancellationToken))
        {
            throw new PersonalDataStoreException(entity.Store, entity.ToString(), exception);
        }
    }

    public static async IAsyncEnumerable<T> ReadAsync<T>(PlannedEntity entity, IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reading = rows.GetAsyncEnumerator(cancellationToken);
        await using (reading.ConfigureAwait(false))
        {
            while (await AskAsync(entity, reading.MoveNextAsync, cancellationToken).ConfigureAwait(false))
            {
                yield return reading.Current;
            }
        }
    }

    // Whoever waits no longer is told so, whatever became of the question.
    private static bool IsOfStore(Exception exception, CancellationToken cancellationToken) => exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested;
}
