using GdprKit.Ledger;

namespace GdprKit.Conformance.Ledger;

/// <summary>What adapters of a ledger get wrong, each with the suite and the promise that it breaks.</summary>
internal static class LedgerDefects
{
    public static IReadOnlyDictionary<string, Func<LedgerDefect>> ByPromise { get; } = new Dictionary<string, Func<LedgerDefect>>
    {
        ["LedgerAppendingSuite.A_batch_is_written_whole_or_not_at_all"] = Store(sound => new AppendingDefects.WritesWhatFits(sound)),
        ["LedgerAppendingSuite.A_claim_is_made_once"] = Store(sound => new AppendingDefects.LetsEverybodyClaim(sound)),
        ["LedgerAppendingSuite.A_head_can_be_written_anew_without_an_entry"] = Store(sound => new AppendingDefects.WritesEntriesOnly(sound)),
        ["LedgerAppendingSuite.A_stale_version_writes_nothing"] = Store(sound => new AppendingDefects.WritesTheHeadAnyway(sound)),
        ["LedgerAppendingSuite.Content_that_nobody_stored_is_no_fault"] = Store(sound => new AppendingDefects.DemandsContent(sound)),
        ["LedgerAppendingSuite.Names_every_stale_stream"] = Store(sound => new AppendingDefects.NamesTheFirst(sound)),
        ["LedgerAppendingSuite.No_message_tells_whom_it_is_about"] = Store(sound => new AppendingDefects.NamesTheStreamInItsRefusal(sound)),
        ["LedgerAppendingSuite.Of_several_answers_the_first_is_given"] = Store(sound => new AppendingDefects.LooksAtTheLeaseLast(sound)),
        ["LedgerAppendingSuite.Stores_content_once"] = Store(sound => new AppendingDefects.KnowsNoContentTwice(sound)),
        ["LedgerAppendingSuite.The_same_batch_twice_is_written_once"] = Store(sound => new AppendingDefects.TakesARepetitionForAConflict(sound)),
        ["LedgerAppendingSuite.The_same_id_with_other_content_is_refused"] = Store(sound => new AppendingDefects.IgnoresAClashOfIds(sound)),
        ["LedgerAppendingSuite.What_was_appended_is_read_back"] = Store(sound => new AppendingDefects.LosesDetails(sound)),
        ["LedgerCancellationSuite.A_cancelled_append_is_written_whole_or_not_at_all"] = Store(sound => new AppendingDefects.StopsBetweenTwoStreams(sound)),
        ["LedgerCancellationSuite.Stops_reading_half_way_when_cancelled"] = Store(sound => new ReadingDefects.CannotBeStopped(sound)),
        ["LedgerCancellationSuite.Stops_when_cancelled"] = Store(sound => new ReadingDefects.CannotBeStopped(sound)),
        ["LedgerConcurrencySuite.A_hold_that_is_placed_while_streams_expire_protects_what_is_still_there"] = () => new() { Store = Shared(sound => new BesideOthersDefects.RemovesWhatHadEnded(sound)) },
        ["LedgerConcurrencySuite.Batches_over_the_same_streams_do_not_deadlock"] = () => new() { Store = Shared(sound => new AppendingDefects.FailsBesideOthers(sound)) },
        ["LedgerConcurrencySuite.Counts_are_of_one_moment"] = () => new() { Store = Shared(sound => new BesideOthersDefects.CountsStateByState(sound)) },
        ["LedgerConcurrencySuite.Details_that_are_forgotten_beside_appends_are_counted_once_and_stay_forgotten"] = Store(sound => new BesideOthersDefects.CountsWhatIsForgottenAlready(sound)),
        ["LedgerConcurrencySuite.One_of_many_concurrent_appends_wins"] = Store(sound => new AppendingDefects.LosesInSilence(sound)),
        ["LedgerConcurrencySuite.One_of_many_makes_a_claim"] = Store(sound => new AppendingDefects.LetsEverybodyClaim(sound)),
        ["LedgerConcurrencySuite.One_of_many_takes_a_lease"] = Store(sound => new LeaseDefects.GivesToEverybody(sound)),
        ["LedgerConcurrencySuite.What_is_added_to_a_stream_that_expires_keeps_it_or_comes_too_late"] = () => new() { Store = Shared(sound => new BesideOthersDefects.RemovesWhatHadEnded(sound)) },
        ["LedgerFidelitySuite.Compares_streams_ordinally"] = Store(sound => new ReadingDefects.ComparesAsSomeDatabasesDo(sound)),
        ["LedgerFidelitySuite.Keeps_instants_to_the_microsecond"] = Store(sound => new ReadingDefects.RoundsToMilliseconds(sound)),
        ["LedgerFidelitySuite.Keeps_what_it_does_not_know"] = Store(sound => new ReadingDefects.LeavesOutWhatItDoesNotKnow(sound)),
        ["LedgerFidelitySuite.Looks_at_no_clock"] = Store(sound => new LeaseDefects.LooksAtItsClock(sound)),
        ["LedgerForgettingSuite.A_hash_outlives_its_entry"] = Store(sound => new ForgettingDefects.ForgetsHashes(sound)),
        ["LedgerForgettingSuite.An_expired_entry_does_not_come_back"] = Store(sound => new ForgettingDefects.TakesBackWhatExpired(sound)),
        ["LedgerForgettingSuite.An_expired_stream_is_gone_whole"] = () => new() { Store = Shared(sound => new ForgettingDefects.KeepsEntries(sound)) },
        ["LedgerForgettingSuite.Content_stays_while_an_entry_refers_to_it"] = Store(sound => new ForgettingDefects.RemovesSharedContent(sound)),
        ["LedgerForgettingSuite.Expiry_spares_what_is_young_open_or_protected"] = Store(sound => new ForgettingDefects.ProtectsNobody(sound)),
        ["LedgerForgettingSuite.Forgetting_removes_details_and_nothing_else"] = Store(sound => new ForgettingDefects.ForgetsTooMuch(sound)),
        ["LedgerForgettingSuite.Forgetting_waits_for_what_is_being_appended"] = ForgettingDefects.ForgetsOnlyWhatItSees,
        ["LedgerHistorySuite.Answers_as_plain_lists_would"] = Store(sound => new ReadingDefects.CountsWhatIsNotDue(sound)),
        ["LedgerInterruptionSuite.Survives_an_interruption_between_any_two_steps"] = Store(sound => new AppendingDefects.WritesStreamAfterStream(sound)),
        ["LedgerLeaseSuite.A_batch_under_a_lost_lease_writes_nothing"] = Store(sound => new LeaseDefects.LooksAtNoFence(sound)),
        ["LedgerLeaseSuite.A_lease_has_one_holder"] = Store(sound => new LeaseDefects.GivesToEverybody(sound)),
        ["LedgerLeaseSuite.A_lost_lease_cannot_be_renewed"] = () => new() { Store = Shared(sound => new LeaseDefects.RenewsByName(sound)) },
        ["LedgerLeaseSuite.A_request_for_a_lease_that_is_sent_again_gets_what_it_got"] = () => new() { Store = Shared(sound => new LeaseDefects.KnowsNoRequestAgain(sound)) },
        ["LedgerLeaseSuite.Clocks_that_differ_neither_keep_nor_shorten_a_lease"] = Store(sound => new LeaseDefects.EndsWhenTheRenewalSays(sound)),
        ["LedgerLeaseSuite.Progress_passes_to_the_next_holder"] = Store(sound => new LeaseDefects.LosesProgress(sound)),
        ["LedgerQueryingSuite.Counts_what_it_finds"] = Store(sound => new ReadingDefects.CountsWhatIsNotDue(sound)),
        ["LedgerQueryingSuite.Finds_by_every_condition"] = Store(sound => new ReadingDefects.TakesNobodyForAnybody(sound)),
        ["LedgerQueryingSuite.Paging_meets_every_head_once"] = Store(sound => new ReadingDefects.PagesByNumber(sound)),
        ["LedgerReadingSuite.Finds_content_by_its_digest"] = Store(sound => new ReadingDefects.TakesNoneForEmpty(sound)),
        ["LedgerReadingSuite.Finds_the_heads_that_exist"] = Store(sound => new ReadingDefects.FindsTwice(sound)),
        ["LedgerReadingSuite.Reads_a_stream_in_order"] = Store(sound => new ReadingDefects.BeginsOneTooEarly(sound)),
        ["LedgerReadingSuite.Reads_the_latest_entries_first"] = Store(sound => new ReadingDefects.ReadsTheOldestFirst(sound)),
        ["LedgerReadingSuite.Refuses_to_be_asked_for_too_much"] = Store(sound => new ReadingDefects.AnswersWhateverIsAsked(sound)),
        ["LedgerReadingSuite.Who_stops_reading_half_way_leaves_nothing_open"] = Store(sound => new ReadingDefects.LeavesItsReaderOpen(sound)),
        ["LedgerTransactionSuite.A_refusal_leaves_the_host_s_transaction_usable"] = Store(sound => new TransactionDefects.PoisonsTheTransaction(sound)),
        ["LedgerTransactionSuite.Others_see_a_transaction_when_it_is_committed"] = () => new() { IgnoresTransactions = true },
        ["LedgerTransactionSuite.Shares_the_fate_of_the_host_s_transaction"] = () => new() { IgnoresTransactions = true },
        ["LedgerTransactionSuite.Who_takes_a_lease_sees_what_was_done_under_it"] = TransactionDefects.LooksAtTheFenceBefore,
        ["LedgerVolumeSuite.Pages_and_counts_in_bounded_memory"] = Store(sound => new ReadingDefects.HoldsEverything(sound)),
        ["LedgerVolumeSuite.Streams_the_entries_of_a_long_stream"] = Store(sound => new ReadingDefects.HoldsEverything(sound)),
        ["LogBeginningSuite.Has_no_tip_before_the_first_position"] = Log(sound => new LogDefects.BeginsWithAnEmptyTip(sound)),
        ["LogInterruptionSuite.Ordering_survives_an_interruption_between_any_two_steps"] = Log(sound => new LogDefects.CommitsEntryAfterEntry(sound)),
        ["LogOrderingSuite.An_entry_never_comes_before_the_one_it_follows_in_its_stream"] = Log(sound => new LogDefects.OrdersByIds(sound)),
        ["LogOrderingSuite.Counts_what_waits_for_a_position"] = Log(sound => new LogDefects.CountsAll(sound)),
        ["LogOrderingSuite.Entries_among_others_get_their_positions"] = Log(sound => new LogDefects.TakesAllBetween(sound)),
        ["LogOrderingSuite.Gives_what_waits_for_a_position"] = Log(sound => new LogDefects.GivesOneLess(sound)),
        ["LogOrderingSuite.Of_two_sequencers_one_writes"] = Log(sound => new LogDefects.SaysThatItWrote(sound)),
        ["LogOrderingSuite.Positions_are_written_whole_or_not_at_all"] = Log(sound => new LogDefects.CommitsEntryAfterEntry(sound)),
        ["LogOrderingSuite.Positions_on_a_stale_tip_are_refused"] = Log(sound => new LogDefects.LooksAtNoTip(sound)),
        ["LogOrderingSuite.Positions_under_a_lost_lease_are_refused"] = Log(sound => new LogDefects.LooksAtNoLease(sound)),
        ["LogOrderingSuite.Remembers_how_much_is_mirrored"] = Log(sound => new LogDefects.RemembersWhateverIsSaid(sound)),
        ["LogOrderingSuite.The_same_positions_twice_are_written_once"] = Log(sound => new LogDefects.RefusesARepetition(sound)),
        ["LogOrderingSuite.What_expires_before_it_has_a_position_gets_one"] = Log(sound => new LogDefects.LeavesOutWhatExpired(sound)),
        ["LogReadingSuite.An_expired_entry_keeps_its_position"] = Log(sound => new LogDefects.LeavesOutWhatExpired(sound)),
        ["LogReadingSuite.Every_proof_of_the_log_verifies"] = Log(sound => new LogDefects.MixesUpNodes(sound)),
        ["LogReadingSuite.Finds_no_strays_in_a_sound_ledger"] = Log(sound => new LogDefects.TakesWhatWaitsForStrays(sound)),
        ["LogReadingSuite.Finds_positions"] = Log(sound => new LogDefects.CountsPositionsFromOne(sound)),
        ["LogReadingSuite.Reads_entries_by_their_positions"] = Log(sound => new LogDefects.BeginsOneTooLate(sound)),
        ["LogReadingSuite.Refuses_to_be_asked_for_too_much"] = Log(sound => new LogDefects.AnswersWhateverIsAsked(sound)),
        ["LogRestoringSuite.Finds_what_waits_by_its_id"] = Log(sound => new LogDefects.FindsAllThatWaits(sound)),
        ["LogRestoringSuite.Positions_that_are_given_up_are_waited_for_again"] = Log(sound => new LogDefects.GivesNothingUp(sound)),
        ["LogRestoringSuite.Refuses_to_take_back_too_much"] = Log(sound => new LogDefects.TakesWhateverIsGiven(sound)),
        ["LogRestoringSuite.What_is_set_aside_leaves_its_hash"] = Log(sound => new LogDefects.SetsAsideWhateverItsVersion(sound)),
        ["LogRestoringSuite.What_only_its_hash_is_left_of_gets_its_position"] = Log(sound => new LogDefects.AddsNothing(sound)),
        ["SubjectLinkSuite.A_key_issued_again_is_a_new_person"] = () => new() { Subjects = sound => new DirectoryDefects.ComputesRefs(sound) },
        ["SubjectLinkSuite.Compares_keys_ordinally"] = () => new() { Subjects = sound => new DirectoryDefects.ComparesAsSomeDatabasesDo(sound) },
        ["SubjectLinkSuite.Finds_only_links_that_stand"] = () => new() { Subjects = sound => new DirectoryDefects.LinksWhoeverIsLookedFor(sound) },
        ["SubjectLinkSuite.Gives_everybody_a_ref_of_their_own"] = () => new() { Subjects = sound => new DirectoryDefects.CountsRefs(sound) },
        ["SubjectLinkSuite.Links_a_person_once"] = () => new() { Subjects = sound => new DirectoryDefects.LinksAnew(sound) },
        ["SubjectLinkSuite.Makes_a_link_again_as_it_was"] = () => new() { Subjects = sound => new DirectoryDefects.LinksInsteadOfLinkingAgain(sound) },
        ["SubjectLinkSuite.Stops_when_cancelled"] = () => new() { Subjects = sound => new DirectoryDefects.CannotBeStopped(sound) },
        ["SubjectLinkSuite.Tells_the_parts_of_a_key_apart"] = () => new() { Subjects = sound => new DirectoryDefects.RunsPartsTogether(sound) },
        ["SubjectLinkSuite.Two_who_link_a_person_at_once_get_one_ref"] = () => new() { Subjects = sound => new DirectoryDefects.LinksAnew(sound) },
        ["SubjectLinkSuite.Unlinking_says_what_it_removed"] = () => new() { Subjects = sound => new DirectoryDefects.RemovesInSilence(sound) },
    };

    private static Func<LedgerDefect> Log(Func<ILedgerLog, ILedgerLog> spoil) => () => new() { Log = spoil };

    private static Func<LedgerDefect> Store(Func<ILedgerStore, ILedgerStore> spoil) => () => new() { Store = spoil };

    /// <summary>One spoilt store for all sessions, because the defect is in what it remembers.</summary>
    private static Func<ILedgerStore, ILedgerStore> Shared(Func<ILedgerStore, ILedgerStore> spoil)
    {
        ILedgerStore? spoilt = null;
        return sound => spoilt ??= spoil(sound);
    }
}
