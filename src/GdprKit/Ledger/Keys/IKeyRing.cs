namespace GdprKit.Ledger;

/// <summary>
/// The keys under which addresses of the suppression list and rows that were to be erased are known again. They lie outside the database, so that who has the
/// database alone, or a backup of it, cannot try out whose hashes stand in it. Implement it over a key service, whose keys need not leave it.
/// </summary>
/// <remarks>
/// <para>Safe for use by several threads. Where the ring cannot be used, this is what still works, and what is refused until it is put back:</para>
/// <list type="table">
/// <listheader><term>what</term><description>without the ring</description></listheader>
/// <item><term>the ledger</term><description>works: append, read, tell in words, let expire, prove</description></item>
/// <item><term>consent</term><description>works: give, refuse, confirm, renew, withdraw; receipts; importing a list that names no addresses</description></item>
/// <item><term>objections, restrictions</term><description>work, so that every no is recorded and counts at once</description></item>
/// <item><term>decisions about what goes to no address, audiences</term><description>work, by what is known of each person</description></item>
/// <item><term>notices</term><description>work: they are no marketing, and ask no list</description></item>
/// <item><term>a decision about marketing to an address, the last word before it is sent</term><description>denied (GDPR2150)</description></item>
/// <item><term>asking the suppression list, adding to it, taking off it</term><description>refused (GDPR3180 to GDPR3185)</description></item>
/// <item><term>importing a list that names addresses</term><description>refused, and nothing of it taken over</description></item>
/// <item><term>match tags: an order to erase a row that can be known again by nothing else, and looking for such rows after a restore</term><description>refused (GDPR3180 to GDPR3184, GDPR3187)</description></item>
/// </list>
/// <para>
/// A key that was replaced stays in the ring, and nothing here removes one. Who is on the suppression list under it is known by no other key, and cannot be
/// hashed anew, because the list holds no address; so it is needed for as long as there is marketing. Of match tags it could go once no backup holds a row for which one
/// was made under it, but both purposes share their keys, and only the ledger, its mirror and every backup together could tell. An old key costs one hash more for each text.
/// </para>
/// </remarks>
public interface IKeyRing
{
    /// <summary>Hashes texts with HMAC-SHA-256, under keys that serve this purpose alone.</summary>
    /// <param name="purpose">What for; never <see cref="KeyPurpose.Unspecified"/>.</param>
    /// <param name="texts">The texts, at most 10,000; their UTF-8 is hashed. They identify people, so they belong in no log and no message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>For every text its hash under every key, that of the current key first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1140: no purpose is named, or one that this ring does not know.</exception>
    /// <exception cref="KeyRingException">The keys cannot be used; whoever asks then protects.</exception>
    ValueTask<ValueList<ValueList<Digest>>> HashAsync(KeyPurpose purpose, ValueList<string> texts, CancellationToken cancellationToken);
}
