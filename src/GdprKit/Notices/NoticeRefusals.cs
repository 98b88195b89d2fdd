namespace GdprKit.Notices;

/// <summary>What is refused about published versions, each with what to do instead.</summary>
internal static class NoticeRefusals
{
    public static NoticeException SignificanceMissing() => new(
        NoticeMessages.SignificanceMissing,
        "A version is to be published, and nobody said whether people must be told of it.",
        "Pass ChangeSignificance.Material or Editorial; the proposal says what the declarations say.");

    public static NoticeException SummaryIncomplete(Language language) => new(
        NoticeMessages.SummaryIncomplete,
        $"The summary of what is new has no text in '{language}', which people read the notice in (Art. 12(1)).",
        "Write it in every language of the register.");

    public static NoticeException EffectiveInThePast() => new(
        NoticeMessages.EffectiveInThePast,
        "A version is to hold from a day that has passed, when nobody could read it.",
        "Leave EffectiveOn out for at once, or choose today or a later day.");

    public static NoticeException NotWhatWasSeen() => new(
        NoticeMessages.NotWhatWasSeen,
        "What would be published is not what was confirmed: the register, or the version before it, changed meanwhile.",
        "Look at the new proposal, and confirm that.");

    public static NoticeException PublishedOtherwise() => new(
        NoticeMessages.NotWhatWasSeen,
        "The version that is confirmed was published meanwhile, and with another significance, day or summary.",
        "Look at what was published. What is said otherwise needs a version of its own.");

    public static NoticeException NothingNew() => new(
        NoticeMessages.NothingNew,
        "The texts say what the version published last says.",
        "There is nothing to publish; change the register or the words first.");

    public static NoticeException ReasonMissing() => new(
        NoticeMessages.ReasonMissing,
        "The declarations changed in a way of which people must be told, and the version is to be published as editorial without a reason (Art. 5(2)).",
        "Publish it as material, or write down why nobody needs to be told.");

    public static NoticeException FirstIsMaterial() => new(
        NoticeMessages.FirstIsMaterial,
        "A first version is to be published as editorial, and nobody was told of a notice before (Art. 13, 14).",
        "Publish it as material; people who were told already can be recorded as told.");

    public static NoticeException NoSuchAudience() => new(
        NoticeMessages.NoSuchNotice,
        "The register has no notice for these people.",
        "Ask for an audience of NoticeAudience.AllOf(register).");

    public static NoticeException TextMissing() => new(
        NoticeMessages.TextMissing,
        "The text of a published version cannot be read: it is missing, or has no such language.",
        "Ask for a language of the version; where the text itself is gone, verify the ledger and restore it from a backup.");

    public static NoticeException UnknownVersion() => new(
        NoticeMessages.UnknownVersion,
        "A person is said to have read a version of the privacy notice that was never published.",
        "Pass the digest of the version that was shown.");

    public static NoticeException AcknowledgementIncomplete(string what) => new(
        NoticeMessages.AcknowledgementIncomplete,
        $"What shows that a person read the notice does not say everything: {what} is missing.",
        "Record what happened as it happened.");

    public static NoticeException NotFollowing(CampaignStatus from, CampaignStatus to) => new(
        NoticeMessages.NotFollowing,
        from is CampaignStatus.Unknown
            ? "No campaign was opened for this version."
            : $"A campaign that is {from} cannot become {to}.",
        "Publish a material version, which opens one; start it once; resume what is paused. What was stopped ended for good.");

    public static NoticeException NobodyTold() => new(
        NoticeMessages.NobodyTold,
        "People are to be queued again for a version of which nobody is told any more: its campaign was stopped, or a material version was published after it.",
        "Tell them of the version that was published last; or by letter, and record that (RecordLettersAsync).");

    public static NoticeException TermsImpossible() => new(
        NoticeMessages.TermsImpossible,
        "The terms of a campaign cannot be so: fewer than one mail in an hour, a reminder that is not later, or an end without a reason.",
        "Give a number of mails of 1 or more, a period after which who did not confirm is reminded, and a reason for stopping.");

    public static InvalidOperationException NoBounceReader() => new(
        $"{NoticeMessages.NoBounceReader}: a report of a failed delivery is to be read, and nothing reads such a mail. Register an IBounceReader; the package GdprKit.MailKit has one.");
}
