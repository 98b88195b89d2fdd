using GdprKit.Ledger;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Requests;

/// <summary>What is refused about requests, each with its id, the fault and the remedy. None repeats what identifies somebody.</summary>
internal static class RequestRefusals
{
    public static RightsRequestException KindUnknown() => new(
        RequestMessages.KindUnknown, "The kind of a request is none of Art. 15 to 21.", "Name one of RightsRequestKind.");

    public static RightsRequestException ChannelUnknown() => new(
        RequestMessages.ChannelUnknown, "Nothing says how a request came, or what shows who made it.", "Name one of RightsRequestChannel, and one of RightsRequestOrigin.");

    public static RightsRequestException ReceivedTwice() => new(
        RequestMessages.ReceivedTwice, "A request has both a day and a moment of receipt.", "Give one of ReceivedOn and ReceivedAt.");

    public static RightsRequestException ReceivedAhead(LocalDate today) => new(
        RequestMessages.ReceivedAhead, "A request is said to be received in the future.", $"Give the day on which it came, up to {Day(today)}, or leave it out for today.");

    public static RightsRequestException ReceivedLongAgo(LocalDate first) => new(
        RequestMessages.ReceivedLongAgo, "A request is said to be received more than five years ago.", $"Look whether the year is right; give a day from {Day(first)} on.");

    public static RightsRequestException OperatorMissing() => new(
        RequestMessages.OperatorMissing, "Nothing says who entered a request that did not come from the privacy centre.", "Set EnteredBy.");

    public static RightsRequestException PersonUnknown(Key<SubjectKind> kind) => new(
        RequestMessages.PersonUnknown, $"A request is about somebody of the kind '{kind}', which the register does not declare.", "Use a kind that it declares; pass null for somebody who was not found.");

    public static RightsRequestException ActivityUnknown(Key<ProcessingActivity> activity) => new(
        RequestMessages.ActivityUnfit, $"A request is about the activity '{activity}', which the register does not declare.", "Use the key of an activity that it declares.");

    public static RightsRequestException ActivityUnfit(RightsRequestKind kind) => new(
        RequestMessages.ActivityUnfit, $"A request of the kind {Name(kind)} names an activity.", "Leave it out: only objections and restrictions are about one.");

    public static RightsRequestException TextMissing(string name) => new(
        RequestMessages.TextMissing, $"The {name} is empty.", "Say it in a few words: the person, or who looks at it later, must understand what was done.");

    public static RightsRequestException TextUnfit(string name, int most) => new(
        RequestMessages.TextUnfit, $"The {name} has more than {most} characters, or one that cannot be shown.", "Shorten it, and keep the rest in the file.");

    public static RightsRequestException RequestUnknown() => new(
        RequestMessages.RequestUnknown, "There is no request with this id.", "Look up which there are with ListOpenAsync or ListAsync.");

    public static RightsRequestException DayImpossible(LocalDate first, LocalDate last) => new(
        RequestMessages.DayImpossible, "Something is said to happen to a request in the future, or before what it follows on.", $"Give a day from {Day(first)} to {Day(last)}, or leave it out for today.");

    public static RightsRequestException CannotMove(RightsRequestStatus from, string what, string remedy) => new(
        RequestMessages.CannotMove, $"A request that is {StreamStatus.Of(from)} cannot be {what}.", remedy);

    public static RightsRequestException IdentityUnasked(string why) => new(
        RequestMessages.IdentityUnasked, $"A person is to be asked to show who it is, and {why}.", "Ask for nothing more, and decide the request (Art. 12(6)).");

    public static RightsRequestException GroundUnfit(RightsRequestKind kind) => new(
        RequestMessages.GroundUnfit, $"A request of the kind {Name(kind)} is to be refused on a ground that the law does not have for it.", "Name one of RightsRequestGrounds.For, or accept the request.");

    public static RightsRequestException MarketingAbsolute() => new(
        RequestMessages.MarketingAbsolute, "An objection to direct marketing is to be refused, and it is absolute (Art. 21(3)).", "Assign it to the person, which ends the marketing; or accept it, and put the address on the suppression list.");

    public static RightsRequestException Undivided(RightsRequestKind kind) => new(
        RequestMessages.Undivided, $"A request of the kind {Name(kind)} is to be refused in part.", "Accept it or refuse it; what the person wants for another activity is a request of its own.");

    public static RightsRequestException ExtensionLate(LocalDate last) => new(
        RequestMessages.ExtensionLate, $"The person must be told of an extension within the first month, which ended with {Day(last)} (Art. 12(3)).", "Answer now; the period is not extended.");

    public static RightsRequestException MergeUnfit(string why, string remedy) => new(RequestMessages.MergeUnfit, $"Two requests cannot be handled as one: {why}.", remedy);

    public static RightsRequestException AssignedAlready() => new(
        RequestMessages.AssignedAlready, "A request is assigned to a person already, and not to this one.", "Look up whose it is with FindPersonAsync; record a new request for the other person.");

    public static RightsRequestException RestrictionUnfit() => new(
        RequestMessages.RestrictionUnfit, "A restriction is to be granted without one of the grounds of Art. 18(1), or another request with one.", "Name the ground of a restriction, and of nothing else.");

    public static RightsRequestException NobodysEffect() => new(
        RequestMessages.NobodysEffect, "A request that changes what may be done with a person's data is to be granted, and nobody knows whose they are.", "Assign it to a person with AssignAsync first, or refuse it because the person cannot be found.");

    public static RightsRequestException ObjectionUnfit() => new(
        RequestMessages.ObjectionUnfit,
        "An objection is to be granted to an activity that rests neither on a legitimate interest nor on a public task.",
        "Where it rests on consent, record that it was withdrawn; refuse the objection with ConditionsNotMet, and say what the person can do.");

    public static RightsRequestException EffectLasts(RightsRequestKind kind) => new(
        RequestMessages.EffectLasts,
        $"A request of the kind {Name(kind)} was granted and is in force, and is to be opened again or taken back.",
        kind is RightsRequestKind.Restriction ? "Lift it with Restrictions.LiftAsync, after the person was told (Art. 18(3))." : "Only the person can take it back: record that with Objections.");

    public static RightsRequestException FulfilmentUnknown() => new(
        RequestMessages.FulfilmentUnknown, "Nothing says how a request was carried out.", "Pass RightsFulfilment.ByHand with what was done.");

    public static RightsRequestException ExportUnknown() => new(
        RequestMessages.ExportUnknown,
        "A request is said to be carried out by an export that was not the last one made for it.",
        "Pass what RightsExports.MakeAsync gave for this request; where something else was handed out, say so with RightsFulfilment.ByHand.");

    private static StreamStatus Name(RightsRequestKind kind) => StreamStatus.Of(kind);

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
