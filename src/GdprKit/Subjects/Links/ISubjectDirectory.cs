using NodaTime;

namespace GdprKit.Subjects;

/// <summary>
/// The table of links between the application's people and the refs of the ledger: the only place where both meet. Implement it
/// beside <c>ILedgerStore</c>, over the same database.
/// </summary>
/// <remarks>
/// <para>Promises for every member. The conformance tests have a test of each, under the name given here.</para>
/// <list type="bullet">
/// <item><description><c>Compares_keys_ordinally</c>: <c>ann</c>, <c>Ann</c>, <c>ánn</c> and <c>ann␠</c> are four people, whatever the collation.</description></item>
/// <item><description><c>Tells_the_parts_of_a_key_apart</c>: the key of the parts <c>a</c> and <c>bc</c> is not that of <c>ab</c> and <c>c</c>.</description></item>
/// <item><description><c>Stops_when_cancelled</c>: with an <see cref="OperationCanceledException"/>, and nothing is written.</description></item>
/// <item><description><c>Shares_the_fate_of_the_host_s_transaction</c>: of the same one as the ledger beside it.</description></item>
/// </list>
/// <para>
/// A link lives and dies with the rows of the application: it lies in the same database, is written in the host's transaction where
/// there is one, and comes back with the rows when a backup is restored. It is never copied to the mirror, nor to any other place.
/// An erasure removes it last; what the ledger still holds is then about nobody.
/// </para>
/// <para>
/// <b>Keys that are issued again.</b> After <see cref="UnlinkAsync"/> the key is free: whoever gets it is a new person, with a new ref
/// and no history. But an application may delete a row itself, the link stays, and a database may issue the key once more (SQLite gives
/// a deleted last id again). That is noticed twice. Who adds a person uses
/// <see cref="SubjectDirectoryExtensions.LinkNewcomersAsync"/>, which removes a link that already stands and says so. For anybody else
/// <see cref="SubjectLink.IsOlderThanRow"/> tells: a link that was made before its row came is somebody else's.
/// </para>
/// <para>
/// No member looks at a clock: instants are parameters. No message holds a key or a ref. Lists have at most 10,000 items. Safe for
/// use by several threads, unless it works on a unit of work of the host, which one thread uses at a time.
/// </para>
/// </remarks>
public interface ISubjectDirectory
{
    /// <summary>Gives people a ref who have none.</summary>
    /// <param name="subjects">The people. Twice the same is once.</param>
    /// <param name="now">When, in microseconds.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>
    /// One link for every item of <paramref name="subjects"/>, in the same order: the one that stands, unchanged
    /// (<c>Links_a_person_once</c>), or a new one with <see cref="SubjectRef.New"/> and <paramref name="now"/>
    /// (<c>Gives_everybody_a_ref_of_their_own</c>). Who links the same person at the same time gets the same ref
    /// (<c>Two_who_link_a_person_at_once_get_one_ref</c>).
    /// </returns>
    ValueTask<ValueList<SubjectLink>> LinkAsync(ValueList<SubjectId> subjects, Instant now, CancellationToken cancellationToken);

    /// <summary>Looks up the refs of people.</summary>
    /// <param name="subjects">The people.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The links that stand, each once, in any order (<c>Finds_only_links_that_stand</c>).</returns>
    ValueTask<ValueList<SubjectLink>> FindBySubjectAsync(ValueList<SubjectId> subjects, CancellationToken cancellationToken);

    /// <summary>Looks up who refs are.</summary>
    /// <param name="refs">The refs.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// The links that stand, each once, in any order (<c>Finds_only_links_that_stand</c>). A ref that is missing is of somebody erased.
    /// </returns>
    ValueTask<ValueList<SubjectLink>> FindByRefAsync(ValueList<SubjectRef> refs, CancellationToken cancellationToken);

    /// <summary>Removes the links of people for good.</summary>
    /// <param name="subjects">The people.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>
    /// The links that were removed, each once, in any order (<c>Unlinking_says_what_it_removed</c>). Linked again, the same key gets
    /// another ref (<c>A_key_issued_again_is_a_new_person</c>). Who asks once more, because the answer was lost, gets none: who needs the refs
    /// afterwards looks them up before, or unlinks in a transaction that is tried again as a whole.
    /// </returns>
    ValueTask<ValueList<SubjectLink>> UnlinkAsync(ValueList<SubjectId> subjects, CancellationToken cancellationToken);

    /// <summary>Makes links again that a restored copy of the database lacks.</summary>
    /// <param name="links">The links as they were.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>
    /// The links of these people that stand then, each once, in any order: of who has none, and whose ref is nobody's, the given one; of others the one that they have, unchanged, or none
    /// (<c>Makes_a_link_again_as_it_was</c>).
    /// </returns>
    ValueTask<ValueList<SubjectLink>> RelinkAsync(ValueList<SubjectLink> links, CancellationToken cancellationToken);
}
