namespace GdprKit;

internal static partial class RegisterFaults
{
    public static RegisterFault KeyMissing(string path, string what) => new(
        path, RegisterFaultMessages.KeyMissing,
        $"The key of a {what} is missing.",
        "Make it with Parse, for example 'email-address'; default is no key.");

    public static RegisterFault KeyReserved(string path, string what) => new(
        path, RegisterFaultMessages.KeyReserved,
        $"The key of this {what} begins with '{KeySyntax.ReservedPrefix}', which is kept for GdprKit's own records.",
        "Give it another key.");

    public static RegisterFault KeyDeclaredTwice(string path, string what, string key) => new(
        path, RegisterFaultMessages.KeyDeclaredTwice,
        $"The {what} '{key}' is declared twice.",
        "Keep one of them, or give the other a key of its own.");

    public static RegisterFault RuleDeclaredTwice(string path, Key<RetentionRule> key, Key<ProcessingActivity> elsewhere) => new(
        path, RegisterFaultMessages.KeyDeclaredTwice,
        $"The retention rule '{key}' is declared twice, first by the activity '{elsewhere}'.",
        "Give each rule a key of its own, with Keep(key, …) or as a property of 'retention' in the register file.");

    public static RegisterFault ListedTwice(string path, string what, string item) => new(
        path, RegisterFaultMessages.ListedTwice, $"The {what} {item} is listed twice.", "Remove one of them.");

    public static RegisterFault UnknownReference(string path, string what, string key, string? nearest) => new(
        path, RegisterFaultMessages.UnknownReference,
        $"There is no {what} '{key}'.",
        nearest is null ? "Declare it, or use the key of one that is declared." : $"Declare it, or did you mean '{nearest}'?");

    public static RegisterFault NoActivity() => new(
        "/activities", RegisterFaultMessages.NoActivity,
        "The register declares no activity (Art. 30(1)).",
        "Call Activity(key, …) for everything that is done with personal data, or write 'activities' in the register file.");

    public static RegisterFault Unused(string path, string what) => Warning(
        path, RegisterFaultMessages.Unused,
        $"No activity uses this {what}.",
        "Add it to an activity, or remove it.");

    public static RegisterFault CategoryUnused(string path) => new(
        path, RegisterFaultMessages.CategoryUnused,
        "No activity uses this category, so nothing says why it is held, nor how long (Art. 5(1)(b), 5(1)(e)).",
        "Add it to an activity with Uses(…) or 'categories', or remove it.");

    public static RegisterFault NothingToChange(string path, string key) => new(
        path, RegisterFaultMessages.NothingToChange,
        $"There is no activity '{key}' to change or leave out.",
        "Use the key of an activity declared before, or remove the call.");
}
