namespace GdprKit.Decisions;

/// <summary>
/// The keys under which addresses of the suppression list are hashed. They lie outside the database, so that who has the database alone
/// cannot try out which addresses are on the list. Implement it over a key service, whose keys need not leave it.
/// </summary>
/// <remarks>Safe for use by several threads.</remarks>
public interface ISuppressionKeys
{
    /// <summary>Hashes texts with HMAC-SHA-256.</summary>
    /// <param name="texts">The texts, at most 10,000. They identify people, so they belong in no log and no message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// For every text its hash under every key, that of the current key first. A key that was replaced is kept for as long as entries stand that
    /// were made under it, which is for as long as there is marketing; without it whoever asks the list is refused.
    /// </returns>
    /// <exception cref="SuppressionKeysException">The keys cannot be used; whoever asks then sends nothing.</exception>
    ValueTask<ValueList<ValueList<Digest>>> HashAsync(ValueList<string> texts, CancellationToken cancellationToken);
}
