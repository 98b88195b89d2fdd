namespace GdprKit.Ledger;

/// <summary>
/// Where the ledger is kept. Implement it over the database of the application, so that what happened and what is remembered of it are
/// written in one transaction.
/// </summary>
/// <remarks>
/// <para>
/// A store needs five tables: entries (their details and their references to content in two more, because those are forgotten and
/// shared), heads, content, leases. It computes nothing: versions, instants, salts, hashes and heads arrive ready, and come back as
/// they were. <see cref="StreamAppend.Fits"/>, <see cref="HeadFilter.Matches"/> and <see cref="LeaseRequest.Apply"/> are the three rules
/// it follows; a store with a query language makes statements of them. What stays of an entry for ever is its id and its hash. Keep ids
/// unique over all entries there ever were, and nobody and the empty key as values, not as missing ones.
/// </para>
/// <para>Promises for every member. The conformance tests have a test of each, under the name given here.</para>
/// <list type="bullet">
/// <item><description><c>Compares_streams_ordinally</c>: keys that differ in case are two keys, whatever the collation.</description></item>
/// <item><description><c>Keeps_instants_to_the_microsecond</c>: neither rounded nor shifted, from the year 1 to 9999.</description></item>
/// <item><description><c>Keeps_what_it_does_not_know</c>: entries and heads of a newer program come back as they were.</description></item>
/// <item><description><c>Answers_as_plain_lists_would</c>: after any history, to every question.</description></item>
/// <item><description><c>Stops_when_cancelled</c>: with an <see cref="OperationCanceledException"/>, and nothing is written.</description></item>
/// <item><description>
/// <c>Survives_an_interruption_between_any_two_steps</c>: when the program ends or the connection breaks, what was acknowledged is there, what
/// was in hand is there whole or not at all, and who does it again succeeds.
/// </description></item>
/// <item><description>
/// <c>Shares_the_fate_of_the_host_s_transaction</c>: where the host has one, every member works in it, commits and rolls back with it, and
/// sees what was written in it. Without one a member commits by itself. A store that can join none says so, and the test shows as skipped.
/// </description></item>
/// <item><description>
/// <c>Others_see_a_transaction_when_it_is_committed</c>: not before, and then whole.
/// </description></item>
/// </list>
/// <para>
/// No member looks at a clock: instants are parameters (<c>Looks_at_no_clock</c>). An error of the database is thrown as it is, but that
/// its disk is full as <see cref="LedgerException.NoRoom"/>; what a store says itself holds no key, no ref, no fact and no detail
/// (<c>No_message_tells_whom_it_is_about</c>). Lists have at most <see cref="LedgerLimits.ItemsAtOnce"/> items. Who uses a store lets one
/// thread do it at a time, unless the store says otherwise: it may work on a unit of work of the host. Order and proofs are no part of
/// this port: they come after the commit, from another one.
/// </para>
/// </remarks>
public interface ILedgerStore
{
    /// <summary>Writes a batch, whole or not at all (<c>A_batch_is_written_whole_or_not_at_all</c>).</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">
    /// Ends the work; afterwards the batch is written whole or not at all (<c>A_cancelled_append_is_written_whole_or_not_at_all</c>).
    /// </param>
    /// <returns>
    /// <para>
    /// <see cref="AppendResult.Appended"/> when it is written: entries, details, content and heads are then read back as they were
    /// (<c>What_was_appended_is_read_back</c>), and content that was known is stored once (<c>Stores_content_once</c>). A part without
    /// entries writes the head anew (<c>A_head_can_be_written_anew_without_an_entry</c>), or before there is an entry, and then once
    /// (<c>A_claim_is_made_once</c>).
    /// </para>
    /// <para>
    /// Also <see cref="AppendResult.Appended"/>, with nothing written, when the batch has entries and the ledger holds every one of them,
    /// expired or not, with the same id and the same hash (<c>The_same_batch_twice_is_written_once</c>, <c>An_expired_entry_does_not_come_back</c>).
    /// Look after a conflict or a clash of ids, not before: it is the rare case.
    /// </para>
    /// <para>
    /// <see cref="AppendResult.Conflict"/> when a stream has another version than expected, naming all of these
    /// (<c>A_stale_version_writes_nothing</c>, <c>Names_every_stale_stream</c>). Of several who expect the same version at the same time one
    /// wins, and the others get this value, not an error (<c>One_of_many_concurrent_appends_wins</c>, <c>One_of_many_makes_a_claim</c>).
    /// Batches over the same streams never wait for each other in a circle (<c>Batches_over_the_same_streams_do_not_deadlock</c>).
    /// </para>
    /// <para>
    /// <see cref="AppendResult.LeaseLost"/> when the lease of <see cref="AppendBatch.Under"/> has another number by now, or does not exist
    /// (<c>A_batch_under_a_lost_lease_writes_nothing</c>). From the look at the lease to the commit nobody can take it
    /// (<c>Who_takes_a_lease_sees_what_was_done_under_it</c>).
    /// </para>
    /// <para>
    /// Where several answers are true, the first of these is given: the lease is lost, the batch was written before, there is a conflict,
    /// an id is taken (<c>Of_several_answers_the_first_is_given</c>). In a transaction of the host every refusal leaves the transaction usable
    /// (<c>A_refusal_leaves_the_host_s_transaction_usable</c>). That an entry refers to content which nobody stored is no fault
    /// (<c>Content_that_nobody_stored_is_no_fault</c>). A claim bears no id, so who lost the answer to one reads the head: let its state say
    /// whose claim it is.
    /// </para>
    /// </returns>
    /// <exception cref="LedgerException">
    /// <see cref="LedgerException.IdTaken"/>: an entry has the id of another entry, expired or not. Nothing was written
    /// (<c>The_same_id_with_other_content_is_refused</c>).
    /// </exception>
    ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken);

    /// <summary>Looks up heads.</summary>
    /// <param name="streams">The streams.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The heads of those that exist, each once, in any order (<c>Finds_the_heads_that_exist</c>).</returns>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127, by <see cref="LedgerLimits.RequireAtOnce"/>: there are more than 10,000 (<c>Refuses_to_be_asked_for_too_much</c>).</exception>
    ValueTask<ValueList<StreamHead>> FindHeadsAsync(ValueList<StreamId> streams, CancellationToken cancellationToken);

    /// <summary>Reads a page of heads.</summary>
    /// <param name="query">Which page.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>
    /// The heads that <see cref="HeadFilter.Matches"/>, in the order of their streams, after <see cref="HeadQuery.After"/>, at most
    /// <see cref="HeadQuery.Limit"/> (<c>Finds_by_every_condition</c>). Page after page every head is met once that was there all the time,
    /// whatever was appended meanwhile (<c>Paging_meets_every_head_once</c>). Nothing stays open between pages, and memory does not grow with
    /// the number of heads (<c>Pages_and_counts_in_bounded_memory</c>).
    /// </returns>
    ValueTask<ValueList<StreamHead>> QueryHeadsAsync(HeadQuery query, CancellationToken cancellationToken);

    /// <summary>Counts heads by their state.</summary>
    /// <param name="where">Which heads.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>
    /// A count for every state that occurs, ordered by state (<c>Counts_what_it_finds</c>), all from one look at the data
    /// (<c>Counts_are_of_one_moment</c>).
    /// </returns>
    ValueTask<ValueList<HeadCount>> CountHeadsAsync(HeadFilter where, CancellationToken cancellationToken);

    /// <summary>Reads the entries of a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="afterVersion">The version after which to begin; 0 for all of it.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <returns>
    /// The entries in the order of their versions, with those details that were not forgotten (<c>Reads_a_stream_in_order</c>); none for a
    /// stream that does not exist. They are read as they are asked for (<c>Streams_the_entries_of_a_long_stream</c>); who stops half-way
    /// (<c>Who_stops_reading_half_way_leaves_nothing_open</c>), or cancels (<c>Stops_reading_half_way_when_cancelled</c>), leaves nothing open.
    /// </returns>
    IAsyncEnumerable<LedgerEntry> ReadStreamAsync(StreamId stream, long afterVersion, CancellationToken cancellationToken);

    /// <summary>Reads the latest entries of all streams.</summary>
    /// <param name="before">The id of the last entry of the page before it; <see langword="null"/> for the first page.</param>
    /// <param name="limit">How many at most, from 1 to 1,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// The entries with the highest ids below <paramref name="before"/>, the highest first, with their details; expired ones are left out
    /// (<c>Reads_the_latest_entries_first</c>).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127, by <see cref="LedgerLimits.RequirePage"/>: the limit lies outside (<c>Refuses_to_be_asked_for_too_much</c>).</exception>
    ValueTask<ValueList<LedgerEntry>> ReadLatestAsync(EntryId? before, int limit, CancellationToken cancellationToken);

    /// <summary>Looks up hashes of entries by their ids.</summary>
    /// <param name="entries">The ids.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// The hash of every one that was ever appended, expired ones included, each once, in any order (<c>A_hash_outlives_its_entry</c>).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127, by <see cref="LedgerLimits.RequireAtOnce"/>: there are more than 10,000 (<c>Refuses_to_be_asked_for_too_much</c>).</exception>
    ValueTask<ValueList<EntryHash>> FindHashesAsync(ValueList<EntryId> entries, CancellationToken cancellationToken);

    /// <summary>Reads content.</summary>
    /// <param name="digest">Its digest.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// The content; <see langword="null"/> when there is none (<c>Finds_content_by_its_digest</c>). Content to which an entry refers stays;
    /// what no entry refers to any more may go (<c>Content_stays_while_an_entry_refers_to_it</c>).
    /// </returns>
    ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken);

    /// <summary>Forgets details: texts and salts.</summary>
    /// <param name="where">The heads of the streams; <see cref="HeadFilter.About"/> for everything about a person.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>
    /// The number of entries whose details went. The entries are still read, with their commitment and intact
    /// (<c>Forgetting_removes_details_and_nothing_else</c>). What somebody is appending while it is asked for is waited for, and forgotten as well
    /// (<c>Forgetting_waits_for_what_is_being_appended</c>). Others can append meanwhile, and no details come back
    /// (<c>Details_that_are_forgotten_beside_appends_are_counted_once_and_stay_forgotten</c>).
    /// </returns>
    ValueTask<long> ForgetDetailsAsync(HeadFilter where, CancellationToken cancellationToken);

    /// <summary>Removes streams that were kept long enough: heads, entries, facts, salts and details.</summary>
    /// <param name="expiry">Which streams, and how many at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>
    /// The number of streams that went; each of them whole (<c>An_expired_stream_is_gone_whole</c>). Ids and hashes of their entries stay
    /// (<c>A_hash_outlives_its_entry</c>). A stream that does not meet the conditions at that moment stays, and so does one that
    /// <see cref="StreamExpiry.Unless"/> protects (<c>Expiry_spares_what_is_young_open_or_protected</c>), also by a head that another version wrote
    /// (<c>A_head_of_another_version_protects_what_would_expire</c>) or that is about nobody in particular
    /// (<c>What_is_on_hold_for_everybody_does_not_expire</c>); also where somebody adds to it, or
    /// places a hold, at that moment (<c>What_is_added_to_a_stream_that_expires_keeps_it_or_comes_too_late</c>,
    /// <c>A_hold_that_is_placed_while_streams_expire_protects_what_is_still_there</c>).
    /// </returns>
    ValueTask<long> ExpireAsync(StreamExpiry expiry, CancellationToken cancellationToken);

    /// <summary>Takes, renews or gives back a lease, by the rule of <see cref="LeaseRequest.Apply"/>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// The lease; <see langword="null"/> when it is somebody else's (<c>A_lease_has_one_holder</c>). Of several who ask at the same time one
    /// gets it (<c>One_of_many_takes_a_lease</c>). A taker gets a higher number than anybody before, and finds the progress that was left
    /// (<c>A_lost_lease_cannot_be_renewed</c>, <c>Progress_passes_to_the_next_holder</c>). What was given back is free by every clock, also by
    /// one that is behind, and who renews never has less time than before (<c>Clocks_that_differ_neither_keep_nor_shorten_a_lease</c>). What ends later than
    /// <see cref="LeaseRequest.BelievedUntil"/> is free, because a clock has gone back since it was taken (<c>A_lease_that_ends_too_late_to_be_believed_is_free</c>).
    /// A request whose answer was lost is sent again, and answered with the lease that it got
    /// (<c>A_request_for_a_lease_that_is_sent_again_gets_what_it_got</c>).
    /// </returns>
    ValueTask<Lease?> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken);
}
