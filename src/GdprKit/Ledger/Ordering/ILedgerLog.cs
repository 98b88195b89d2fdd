namespace GdprKit.Ledger;

/// <summary>
/// The order of a ledger: which entry came when, given after the commit so that those who append need not wait for each other. Implement it
/// beside <see cref="ILedgerStore"/>, over the same tables and in the same transactions.
/// </summary>
/// <remarks>
/// <para>
/// It needs three more tables, and one of the entries without a position, to which <see cref="ILedgerStore.AppendAsync"/> adds: positions, the kept nodes
/// of the tree, and the tip, of which there is one. It computes nothing: the tree arrives ready in an <see cref="OrderBatch"/>. Several instances put
/// entries in order, one at a time: they hold a lease, and what they write says on which tip it is based, so that of two who think they hold it one is refused.
/// </para>
/// <para>
/// What is promised of <see cref="ILedgerStore"/> for every member holds here too: it looks at no clock, stops when it is cancelled, joins the host's transaction where there
/// is one, and no message tells whom it is about. <c>Ordering_survives_an_interruption_between_any_two_steps</c>: afterwards the positions of a batch are there whole or not at
/// all, and who does it again succeeds. The nodes that <see cref="IMerkleNodes.ReadAsync"/> gives come to the root of the tip at every size (<c>Every_proof_of_the_log_verifies</c>).
/// </para>
/// </remarks>
public interface ILedgerLog : IMerkleNodes
{
    /// <summary>Reads how far the ledger is in order.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The tip; <see langword="null"/> before the first position (<c>Has_no_tip_before_the_first_position</c>).</returns>
    /// <exception cref="LedgerException">GDPR3125: what is stored is no tree.</exception>
    ValueTask<LedgerTip?> ReadTipAsync(CancellationToken cancellationToken);

    /// <summary>Reads entries without a position.</summary>
    /// <param name="limit">How many at most, from 1 to 10,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// Those that were committed first, as far as that is known; of one stream in the order of their versions, none left out (<c>Gives_what_waits_for_a_position</c>,
    /// <c>An_entry_never_comes_before_the_one_it_follows_in_its_stream</c>). An entry that has expired meanwhile is among them, with the hash that is left
    /// (<c>What_expires_before_it_has_a_position_gets_one</c>). What is committed later with a lower number comes with the next call.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: the limit lies outside (<c>Refuses_to_be_asked_for_too_much</c>).</exception>
    /// <exception cref="LedgerException">GDPR3121: an entry among them is missing, and has not expired; the refusal names it.</exception>
    ValueTask<ValueList<PendingEntry>> ReadPendingAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Counts the entries without a position.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many there are (<c>Counts_what_waits_for_a_position</c>).</returns>
    ValueTask<long> CountPendingAsync(CancellationToken cancellationToken);

    /// <summary>Writes the next positions, whole or not at all (<c>Positions_are_written_whole_or_not_at_all</c>).</summary>
    /// <param name="batch">Which entries, and on which tip they are based.</param>
    /// <param name="cancellationToken">Ends the work; afterwards everything is written or nothing.</param>
    /// <returns>
    /// <see cref="OrderResult.Committed"/> when positions, nodes and tip are written and the entries wait no longer; also when the tip and the positions are
    /// those of this batch already, because an answer was lost (<c>The_same_positions_twice_are_written_once</c>). <see cref="OrderResult.TipMoved"/> when another tip
    /// stands than expected, or an entry has a position by now (<c>Positions_on_a_stale_tip_are_refused</c>). <see cref="OrderResult.LeaseLost"/>, before the others, when the
    /// lease has another number by now (<c>Positions_under_a_lost_lease_are_refused</c>). Of several at once one is written, and no position is
    /// given twice or left out (<c>Of_two_sequencers_one_writes</c>), and what else waits goes on waiting (<c>Entries_among_others_get_their_positions</c>). A node that stands there
    /// beside the ledger is written over: it follows from the entries.
    /// </returns>
    /// <exception cref="LedgerException">GDPR3127: an entry waits twice or has a position already, or its position is taken, by what was put there beside the ledger.</exception>
    ValueTask<OrderResult> CommitOrderAsync(OrderBatch batch, CancellationToken cancellationToken);

    /// <summary>Remembers how much of the ledger lies in the mirror.</summary>
    /// <param name="expected">The tip as it was read; its ledger and its <see cref="LedgerTip.MirroredSize"/> must still stand, its tree may have grown.</param>
    /// <param name="mirroredSize">How much lies there by now; not more than has a position, and less than before where the mirror was lost.</param>
    /// <param name="under">The lease under which it is done.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether it is remembered; not when another size stands, or the lease is somebody else's (<c>Remembers_how_much_is_mirrored</c>).</returns>
    ValueTask<bool> CommitMirroredAsync(LedgerTip expected, long mirroredSize, LeaseFence under, CancellationToken cancellationToken);

    /// <summary>Reads entries by their positions.</summary>
    /// <param name="from">The first position, from 0.</param>
    /// <param name="limit">How many at most, from 1 to 1,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// Those that stand there, in the order of their positions, as they are stored, whether that is right or not (<c>Reads_entries_by_their_positions</c>): who verifies
    /// the ledger judges it. Of one that has expired comes what is left of it (<c>An_expired_entry_keeps_its_position</c>). Where a position is missing the next one follows, and
    /// an entry that cannot be read is as one that is missing.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: the limit lies outside (<c>Refuses_to_be_asked_for_too_much</c>).</exception>
    ValueTask<ValueList<OrderedEntry>> ReadLogAsync(long from, int limit, CancellationToken cancellationToken);

    /// <summary>Looks up positions.</summary>
    /// <param name="entries">The ids, at most 10,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The position of every one that has one, each once, in any order (<c>Finds_positions</c>).</returns>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: there are more than 10,000.</exception>
    ValueTask<ValueList<EntryPosition>> FindPositionsAsync(ValueList<EntryId> entries, CancellationToken cancellationToken);

    /// <summary>
    /// Reads entries, and traces of entries, that somebody put there beside the ledger: they neither have a position nor wait for one, do both, or wait twice; they have a position
    /// that the tip does not reach; or details are left of an entry that is not there.
    /// </summary>
    /// <param name="after">The id after which to begin; <see langword="null"/> for the first page.</param>
    /// <param name="limit">How many at most, from 1 to 1,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Their ids in rising order; of a sound ledger none (<c>Finds_no_strays_in_a_sound_ledger</c>).</returns>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: the limit lies outside (<c>Refuses_to_be_asked_for_too_much</c>).</exception>
    ValueTask<ValueList<EntryId>> FindStraysAsync(EntryId? after, int limit, CancellationToken cancellationToken);

    /// <summary>Reads nodes of the tree that somebody put there beside the ledger: they are not complete at the size of the tip, or none that is kept (<see cref="StoredNode.IsKept"/>).</summary>
    /// <param name="limit">How many at most, from 1 to 1,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The first of them; of a sound ledger none (<c>Finds_no_stray_nodes_in_a_sound_ledger</c>).</returns>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: the limit lies outside (<c>Refuses_to_be_asked_for_too_much</c>).</exception>
    ValueTask<ValueList<MerkleNode>> FindStrayNodesAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Looks up which entries wait for a position.</summary>
    /// <param name="entries">The ids, at most 10,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Those that wait, each once, in any order, as <see cref="ReadPendingAsync"/> gives them (<c>Finds_what_waits_by_its_id</c>).</returns>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: there are more than 10,000 (<c>Refuses_to_take_back_too_much</c>).</exception>
    ValueTask<ValueList<PendingEntry>> FindPendingAsync(ValueList<EntryId> entries, CancellationToken cancellationToken);

    /// <summary>Lets entries wait for a position of which nothing but the hash is left anywhere, when a restored copy of the database never had them.</summary>
    /// <param name="entries">Their ids and hashes, at most 10,000; what the ledger has already, in whatever form, stays as it is.</param>
    /// <param name="under">The lease under which it is done.</param>
    /// <param name="cancellationToken">Ends the work; afterwards all of them are there or none.</param>
    /// <returns>Whether it is done; not when the lease is somebody else's. They are then as entries that have expired (<c>What_only_its_hash_is_left_of_gets_its_position</c>).</returns>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: there are more than 10,000.</exception>
    ValueTask<bool> AddExpiredAsync(ValueList<EntryHash> entries, LeaseFence under, CancellationToken cancellationToken);

    /// <summary>
    /// Takes entries out of their streams, from a version on, to make room for those that stood there before an older copy of the database was restored. Whoever asks for it has kept them elsewhere.
    /// </summary>
    /// <param name="streams">Which streams, each once, at most 1,000, and which head each has then.</param>
    /// <param name="under">The lease under which it is done.</param>
    /// <param name="cancellationToken">Ends the work; afterwards all of them are out or none.</param>
    /// <returns>
    /// Whether it is done; not when a stream has another version than expected, or the lease is somebody else's. Of the entries stay, as of those that have expired, their ids and hashes, with the positions that they have or
    /// wait for, and no detail (<c>What_is_set_aside_leaves_its_hash</c>).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: there are more than 1,000.</exception>
    ValueTask<bool> SetAsideAsync(ValueList<StreamRewind> streams, LeaseFence under, CancellationToken cancellationToken);

    /// <summary>Gives up positions that others have: those from a size on, when a restored copy of the database was put in order before anybody noticed.</summary>
    /// <param name="expected">The tip that must stand.</param>
    /// <param name="next">The tip that is to stand: the same ledger, and the tree as it was at a smaller size.</param>
    /// <param name="under">The lease under which it is done.</param>
    /// <param name="cancellationToken">Ends the work; afterwards everything is done or nothing.</param>
    /// <returns>
    /// Whether it is done; not when another tip stands, or the lease is somebody else's. The entries wait again, in the order that they had and before all that waits (<c>Positions_that_are_given_up_are_waited_for_again</c>), and every
    /// proof of the smaller tree holds.
    /// </returns>
    ValueTask<bool> GiveUpPositionsAsync(LedgerTip expected, LedgerTip next, LeaseFence under, CancellationToken cancellationToken);
}
