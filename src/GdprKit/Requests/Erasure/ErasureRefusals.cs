using NodaTime;
using NodaTime.Text;

namespace GdprKit.Requests;

/// <summary>What is refused about erasures, each with its id, the fault and the remedy. None repeats what identifies somebody.</summary>
internal static class ErasureRefusals
{
    public static ErasureException PersonUnknown(Key<SubjectKind> kind) => new(
        RequestMessages.ErasurePersonUnknown, $"Data of somebody of the kind '{kind}' are to be erased, which the register does not declare.", "Use a kind that it declares.");

    public static ErasureException RequestUnfit(string why) => new(
        RequestMessages.ErasureRequestUnfit, $"An erasure is ordered for a request, and {why}.", "Record the request, assign it to the person, and grant it or a part of it first; or order the erasure without a request.");

    public static ErasureException TooManyPlaces() => new(
        RequestMessages.ErasureTooManyPlaces, $"An erasure needs the answer of more than {ErasureOrder.MostPlaces} places.", "Join manual stores and recipients that are one.");

    public static ErasureException PlacesAlike(Key<ErasurePlace> key) => new(
        RequestMessages.ErasurePlacesAlike, $"Two places of an erasure have the key '{key}', so that only one of them would be asked.", "Give each IErasureTarget a key of its own, and stores names that differ in more than their case.");

    public static ErasureException OrderUnknown() => new(
        RequestMessages.ErasureUnknown, "There is no erasure with this id.", "Look up which there are with ListAsync.");

    public static ErasureException PlaceUnfit(string why) => new(
        RequestMessages.ErasurePlaceUnfit, $"An answer is to be recorded for a place of an erasure, and {why}.", "Name one of the places of the order that somebody does by hand.");

    public static ErasureException AnswerUnfit() => new(
        RequestMessages.ErasureAnswerUnfit, "The answer for a place of an erasure is none that it can give.", "Give Done, Waiting with the day on which the rest can go, or of a recipient Done or Impossible.");

    public static ErasureException Over() => new(
        RequestMessages.ErasureOver, "An erasure is to be changed that is completed or was ended.", "Nothing is left to do; order another one for what arrived since.");

    public static ErasureException DayImpossible(LocalDate first, LocalDate last) => new(
        RequestMessages.ErasureDayImpossible, "Something is said to be done in the future, or before the erasure was ordered.",
        $"Give a day from {LocalDatePattern.Iso.Format(first)} to {LocalDatePattern.Iso.Format(last)}, or leave it out for today.");

    public static RightsRequestException NotAnsweredYet(int open) => new(
        RequestMessages.ErasureNotAnswered, $"A request for erasure is to be recorded as carried out, and {open} places have not answered yet.", "Wait for those that answer by themselves, and record the others with Erasures.RecordAsync; ErasureOrder.Places says which.");

    public static RightsRequestException NothingErased() => new(
        RequestMessages.ErasureMissing, "A request is to be recorded as carried out by an erasure, and none is under way for it.", "Order it with Erasures.OrderForAsync first, or say with RightsFulfilment.ByHand what was done.");

    public static ErasureException NotInOrder() => new(
        RequestMessages.ErasureNotInOrder, "An erasure is to be certified, and an entry about it has no position in the ledger yet.", "Commit it first; then ask again in a moment, when whoever puts the ledger in order is done.");

    public static ErasureException CertificateMalformed() => new(
        RequestMessages.CertificateMalformed, "This is no certificate of an erasure, or one in a form that this program does not know.", "Take the whole file as it was given, and a program that is not older than the one that made it.");

    public static ErasureException CertificateUnprovable() => new(
        RequestMessages.CertificateUnprovable, "An erasure is to be certified, and its entries in the ledger, or their order, are not what was recorded.", "Verify the ledger to see what was changed.");
}
