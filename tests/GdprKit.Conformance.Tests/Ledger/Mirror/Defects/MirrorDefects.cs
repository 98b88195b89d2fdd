using GdprKit.Ledger;

namespace GdprKit.Conformance.Mirror;

/// <summary>What mirrors get wrong, each with the suite and the promise that it breaks.</summary>
internal static class MirrorDefects
{
    public static IReadOnlyDictionary<string, Func<Func<ILedgerMirror, ILedgerMirror>>> ByPromise { get; } = new Dictionary<string, Func<Func<ILedgerMirror, ILedgerMirror>>>
    {
        ["MirrorAppendingSuite.Has_no_tip_before_the_first_batch"] = () => sound => new MirrorAppendingDefects.TakesNothingForEmpty(sound),
        ["MirrorAppendingSuite.What_was_appended_is_read_back"] = () => sound => new MirrorAppendingDefects.LosesContentDigests(sound),
        ["MirrorAppendingSuite.The_same_batch_twice_is_held_once"] = () => sound => new MirrorAppendingDefects.TakesARepetitionForAnother(sound),
        ["MirrorAppendingSuite.A_batch_that_does_not_follow_is_refused"] = () => sound => new MirrorAppendingDefects.SaysYes(sound),
        ["MirrorAppendingSuite.A_batch_of_another_ledger_is_refused"] = () => sound => new MirrorAppendingDefects.TakesEveryLedgerForItsOwn(sound),
        ["MirrorAppendingSuite.Keeps_content_once"] = () => sound => new MirrorAppendingDefects.LacksAllContent(sound),
        ["MirrorAppendingSuite.Keeps_the_last_checkpoint"] = MirrorAppendingDefects.KeepsTheCheckpointOfTheLastBatch,
        ["MirrorReadingSuite.Knows_the_root_of_every_size"] = () => sound => new MirrorReadingDefects.KnowsItsRoot(sound),
        ["MirrorReadingSuite.Reads_entries_by_their_positions"] = () => sound => new MirrorReadingDefects.BeginsOneTooEarly(sound),
        ["MirrorReadingSuite.Refuses_to_be_asked_for_too_much"] = () => sound => new MirrorReadingDefects.AnswersWhateverIsAsked(sound),
        ["MirrorMediumSuite.What_is_forgotten_leaves_no_bytes"] = MirrorForgettingDefects.MarksWhatIsForgotten,
        ["MirrorForgettingSuite.Forgetting_changes_no_root"] = () => sound => new MirrorForgettingDefects.ForgetsBodiesWithDetails(sound),
        ["MirrorForgettingSuite.Forgetting_adds_nothing"] = MirrorForgettingDefects.TakesWhatItIsGiven,
        ["MirrorForgettingSuite.Keeps_what_the_ledger_lost"] = () => sound => new MirrorForgettingDefects.TakesMissingForExpired(sound),
        ["MirrorForgettingSuite.Refuses_to_forget_another_entry"] = () => sound => new MirrorForgettingDefects.ForgetsInSilence(sound),
        ["MirrorInboxSuite.What_was_accepted_is_in_the_inbox"] = () => sound => new MirrorInboxDefects.RemembersByItself(sound),
        ["MirrorInboxSuite.The_same_item_twice_is_accepted_once"] = () => sound => new MirrorInboxDefects.AcceptsAnew(sound),
        ["MirrorInboxSuite.Reads_the_inbox_in_order"] = () => sound => new MirrorInboxDefects.ReadsTheLatestFirst(sound),
        ["MirrorMediumSuite.What_is_removed_from_the_inbox_leaves_no_bytes"] = MirrorInboxDefects.MarksWhatIsRemoved,
        ["MirrorCancellationSuite.Stops_when_cancelled"] = () => sound => new MirrorReadingDefects.CannotBeStopped(sound),
        ["MirrorConcurrencySuite.Of_several_who_append_one_is_held"] = () => sound => new MirrorAppendingDefects.SaysYes(sound),
        ["MirrorInterruptionSuite.Survives_an_interruption_between_any_two_steps"] = () => sound => new MirrorAppendingDefects.AppendsEntryByEntry(sound),
        ["MirrorMediumSuite.What_is_damaged_is_named_and_nothing_is_written_over_it"] = () => sound => new MirrorReadingDefects.LeavesOutWhatIsDamaged(sound),
        ["MirrorVolumeSuite.Reads_in_bounded_memory"] = () => sound => new MirrorReadingDefects.HoldsEverything(sound),
    };
}
