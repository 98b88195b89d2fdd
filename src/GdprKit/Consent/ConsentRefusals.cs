using System.Globalization;

namespace GdprKit.Consent;

/// <summary>Everything about consent that is refused, each with its id, its words and its remedy in one place.</summary>
internal static class ConsentRefusals
{
    public static ConsentException UnknownActivity(Key<ProcessingActivity> activity) => new(
        ConsentMessages.UnknownActivity,
        $"Consent is about the activity '{activity}', which the register does not declare.",
        "Declare it, or use the key of an activity that is declared.");

    public static ConsentException AnotherBasis(Key<ProcessingActivity> activity) => new(
        ConsentMessages.AnotherBasis,
        $"Consent is about the activity '{activity}', which rests on another basis.",
        "Ask nobody for consent that changes nothing; or rest the activity on consent with OnConsent().");

    public static ConsentException ChannelNeeded(Key<ProcessingActivity> activity) => new(
        ConsentMessages.WrongChannel,
        $"Consent to the activity '{activity}' is asked for each channel apart, and the channel is missing or none of its channels.",
        "Pass new ConsentTopic(activity, channel) with a channel of the activity.");

    public static ConsentException ChannelNeedless(Key<ProcessingActivity> activity) => new(
        ConsentMessages.WrongChannel,
        $"Consent to the activity '{activity}' is asked for all its channels together, and one is named.",
        "Pass the key of the activity alone, or declare AskConsent(consent => consent.PerChannel()).");

    public static ConsentException Incomplete(string what) => new(
        ConsentMessages.EvidenceIncomplete,
        $"The evidence does not say everything: {what} is missing or cannot be so here (Art. 7(1)).",
        "Record what happened as it happened; what cannot be shown is no consent.");

    public static ConsentException InTheFuture() => new(
        ConsentMessages.InTheFuture,
        "Something about consent is said to happen in the future.",
        "Pass the instant at which it was made known, or leave At out for now; see that the clocks agree.");

    public static ConsentException TooYoung(int age) => new(
        ConsentMessages.Minor,
        string.Create(CultureInfo.InvariantCulture, $"The activity addresses minors, and the person agreed without being, or being known to be, {age} years old (Art. 8(1))."),
        "Pass the age on that day, or ask who holds parental responsibility: By = ConsentActor.ParentalResponsibility.");

    public static ConsentException UnknownNotice() => new(
        ConsentMessages.UnknownNotice,
        "The evidence names a version of the privacy notice that nobody knows.",
        "Pass the Digest of the PrivacyNotice that was offered; a notice of before must have been published, or be that of the consent before this one.");

    public static ConsentException NotTold(Key<ProcessingActivity> activity) => new(
        ConsentMessages.NotTold,
        $"The notice that the evidence names asked for no consent to the activity '{activity}', so nobody agreed to it by that notice.",
        "Pass the notice that was offered with the question, or ask anew.");

    public static ConsentException NotExplicit() => new(
        ConsentMessages.NotExplicit,
        "The activity needs explicit consent, and a setting is no explicit statement (Art. 9(2)(a), 22(2)(c), 49(1)(a)).",
        "Ask with an empty box, a button, a signature, or words that are written or said.");

    public static ConsentException Overtaken() => new(
        ConsentMessages.Overtaken,
        "The person agreed before consent was refused, taken back or ended, so this evidence is overtaken.",
        "Leave it as it is; ask again only if the person wants to.");

    public static ConsentException NotFollowing(ConsentStep step, ConsentStatus status) => new(
        ConsentMessages.NotFollowing,
        $"Consent that is '{Words(status)}' cannot be followed by '{Words(step)}'.",
        (step, status) switch
        {
            (ConsentStep.Request or ConsentStep.Defer, ConsentStatus.Refused or ConsentStatus.Withdrawn) => "Do not ask again who said no; record GiveAsync when the person agrees of their own accord.",
            (ConsentStep.Request or ConsentStep.Defer, _) => "It stands; ask to agree again and record RenewAsync.",
            (ConsentStep.Refuse, _) => "It stands, so taking it back is WithdrawAsync.",
            (ConsentStep.Confirm, _) => "Record GiveAsync first.",
            _ => "Nothing stands that could be agreed to again; record GiveAsync.",
        });

    public static ConsentException NothingToConfirm() => new(
        ConsentMessages.NothingToConfirm,
        "A consent is to be confirmed over a channel for which the register did not ask it when it was given.",
        "Confirm over a channel of ConfirmOver, or declare DoubleOptIn(channel) and let the person agree anew.");

    public static ConsentException NoScreening() => new(
        ConsentMessages.NoScreening,
        "A list is imported with addresses, and nothing can tell which of them want no marketing.",
        "Pass a SuppressionList to Consents, or take Consents from dependency injection or from the unit of work.");

    private static string Words<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
