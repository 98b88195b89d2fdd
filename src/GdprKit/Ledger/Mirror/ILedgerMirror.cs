namespace GdprKit.Ledger;

/// <summary>
/// A copy of the ledger outside of its database: what was ordered, and not only the database knows, so that an erasure can be repeated after an old backup of the
/// database was restored, and nobody can rewrite the history in one place.
/// </summary>
/// <remarks>
/// <para>
/// Keep it where the backups of the database are not restored from together with it: another disk, another machine. It holds personal data, as the
/// ledger does: refs of people, facts and, until they are forgotten, details.
/// </para>
/// <para>Promises for every member. The conformance tests have a test of each, under the name given here.</para>
/// <list type="bullet">
/// <item><description><c>Survives_an_interruption_between_any_two_steps</c>: what was acknowledged is there; what was in hand is there whole or not at all, and who does it again succeeds.</description></item>
/// <item><description><c>Stops_when_cancelled</c>: with an <see cref="OperationCanceledException"/>, and nothing is written.</description></item>
/// <item><description><c>Reads_in_bounded_memory</c>: whatever it holds.</description></item>
/// <item><description>
/// <c>What_is_damaged_is_named_and_nothing_is_written_over_it</c>: who reads what was changed beside the mirror gets GDPR3132, with the first position that cannot be read
/// right; what comes before it in the mirror is read.
/// </description></item>
/// <item><description>
/// <c>Of_several_who_append_one_is_held</c>: one writes at a time; who finds another at it waits, or is refused with GDPR3131. The inbox waits for nobody who appends.
/// </description></item>
/// <item><description><c>Refuses_to_be_asked_for_too_much</c>: with GDPR1127, and GDPR1133 for an item that is too large.</description></item>
/// </list>
/// <para>
/// A full disk is <see cref="LedgerException.MirrorFull"/>, and nothing of the batch is there. Safe
/// for use by several threads.
/// </para>
/// </remarks>
public interface ILedgerMirror
{
    /// <summary>Reads what the mirror holds.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its tip; <see langword="null"/> when it never held anything (<c>Has_no_tip_before_the_first_batch</c>). A torn end, which an interruption left, is not counted.</returns>
    /// <exception cref="LedgerException">GDPR3130: it cannot be reached. GDPR3132: it is damaged. GDPR3133: a newer program wrote it.</exception>
    ValueTask<MirrorTip?> ReadTipAsync(CancellationToken cancellationToken);

    /// <summary>The root of what it held when it was smaller.</summary>
    /// <param name="size">The size, at most that of its tree.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The root of the tree over its first entries (<c>Knows_the_root_of_every_size</c>).</returns>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1130: it never had that size.</exception>
    ValueTask<Digest> ReadRootAsync(long size, CancellationToken cancellationToken);

    /// <summary>Adds entries, durably: when this returns they outlive a loss of power (<c>What_was_appended_is_read_back</c>).</summary>
    /// <param name="batch">The entries, and what the mirror must hold for them to follow.</param>
    /// <param name="cancellationToken">Ends the work; afterwards everything is written or nothing.</param>
    /// <returns>
    /// Whether it holds them now; also when it held exactly these before (<c>The_same_batch_twice_is_held_once</c>). Not when it holds something else than expected
    /// (<c>A_batch_that_does_not_follow_is_refused</c>), as when it is the mirror of another ledger (<c>A_batch_of_another_ledger_is_refused</c>); then nothing is written.
    /// </returns>
    ValueTask<bool> AppendAsync(MirrorBatch batch, CancellationToken cancellationToken);

    /// <summary>Reads entries by their positions.</summary>
    /// <param name="from">The first position, from 0.</param>
    /// <param name="limit">How many at most, from 1 to 1,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// Those that it holds, in order, as they were appended, whether that was right or not, or what is left of them (<c>Reads_entries_by_their_positions</c>).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: the limit lies outside.</exception>
    ValueTask<ValueList<OrderedEntry>> ReadAsync(long from, int limit, CancellationToken cancellationToken);

    /// <summary>Tells which content the mirror lacks. What it has it keeps: content is about no person.</summary>
    /// <param name="digests">The digests, at most 10,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Those of which it has no content, each once (<c>Keeps_content_once</c>).</returns>
    ValueTask<ValueList<Digest>> FindLackingContentAsync(ValueList<Digest> digests, CancellationToken cancellationToken);

    /// <summary>Reads content.</summary>
    /// <param name="digest">Its digest.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The content; <see langword="null"/> when it has none.</returns>
    ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken);

    /// <summary>The last signed checkpoint that came with a batch (<c>Keeps_the_last_checkpoint</c>); <see langword="null"/> when none did.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<string?> ReadCheckpointAsync(CancellationToken cancellationToken);

    /// <summary>Forgets in the mirror what the ledger has forgotten.</summary>
    /// <param name="entries">
    /// What is left of entries, with their positions: without the body where it has expired, without the details where those are forgotten. Each has the hash that the mirror
    /// holds. In rising order, at most 1,000.
    /// </param>
    /// <param name="cancellationToken">Ends the work; what was forgotten stays forgotten.</param>
    /// <returns>
    /// How many lost something. Their bytes are gone from the medium, not merely marked (<c>What_is_forgotten_leaves_no_bytes</c>); every root and every proof stays as it was
    /// (<c>Forgetting_changes_no_root</c>). Nothing is added by it: of what the mirror holds less, no more is written, and what it does not hold it does not begin to
    /// (<c>Forgetting_adds_nothing</c>). An entry that is missing in the ledger and has not expired there stays as it is: somebody removed it, and the mirror still has it
    /// (<c>Keeps_what_the_ledger_lost</c>).
    /// </returns>
    /// <exception cref="LedgerException">GDPR3134: an entry has another hash than the one the mirror holds; nothing was forgotten (<c>Refuses_to_forget_another_entry</c>).</exception>
    ValueTask<long> ForgetAsync(ValueList<OrderedEntry> entries, CancellationToken cancellationToken);

    /// <summary>Accepts something while the database is refused, durably (<c>What_was_accepted_is_in_the_inbox</c>).</summary>
    /// <param name="item">The item; accepted once however often it is sent (<c>The_same_item_twice_is_accepted_once</c>).</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is accepted or not.</param>
    ValueTask AcceptAsync(InboxItem item, CancellationToken cancellationToken);

    /// <summary>Reads what was accepted and not removed, by the time at which it was accepted, then by id (<c>Reads_the_inbox_in_order</c>).</summary>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    IAsyncEnumerable<InboxItem> ReadInboxAsync(CancellationToken cancellationToken);

    /// <summary>Removes what was merged into the ledger; its bytes are gone (<c>What_is_removed_from_the_inbox_leaves_no_bytes</c>).</summary>
    /// <param name="items">The ids.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    ValueTask RemoveFromInboxAsync(ValueList<EntryId> items, CancellationToken cancellationToken);
}
