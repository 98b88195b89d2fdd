using System.Data.Common;
using System.Net.Sockets;
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

    /// <summary>
    /// Whether an exception, or one within it, comes from a database, a connection or a time limit, and not from a mistake in a program.
    /// Whoever waits no longer is told so, whatever became of the question.
    /// </summary>
    public static bool IsOfStore(Exception exception, CancellationToken cancellationToken)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                return false;
            }

            if (cause is DbException or SocketException or IOException or TimeoutException or HttpRequestException or OperationCanceledException)
            {
                return true;
            }
        }

        return false;
    }
}
