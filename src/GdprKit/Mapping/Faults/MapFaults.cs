namespace GdprKit.Mapping;

/// <summary>Every fault that a map can have, each with its id, its words and its remedy in one place.</summary>
internal static partial class MapFaults
{
    public static MapFault KeyMissing(string place, string what) => new(
        place, MappingMessages.KeyMissing,
        $"{place}: the key of a {what} is missing.",
        "Use a key that the register declares; default is no key.");

    public static MapFault UnknownReference(string place, string what, string key, string? nearest) => new(
        place, MappingMessages.UnknownReference,
        $"{place}: the register declares no {what} '{key}'.",
        nearest is null ? "Declare it in the register, or use the key of one that is declared." : $"Declare it in the register, or did you mean '{nearest}'?");

    public static MapFault NotOnConsent(string place, Key<ProcessingActivity> activity) => new(
        place, MappingMessages.NotOnConsent,
        $"{place} says that '{activity}' applies by consent, and that activity does not rest on consent.",
        "Say with AppliesWhen(…) which rows it is about, or leave the call out: then it is about all rows of its people.");

    public static MapFault CategoryUnused(string place, Key<DataCategory> category, Key<SubjectKind> kind) => new(
        place, MappingMessages.CategoryUnused,
        $"{place} is classified '{category}', but no activity about '{kind}' uses '{category}'.",
        "Add it to an activity, or remove the classification.");

    public static MapFault MappedTwice(string entity) => new(
        entity, MappingMessages.MappedTwice, $"{entity} has two maps.", "Make one of them.");

    public static MapFault NothingNamed(string entity, string call) => new(
        entity, MappingMessages.NothingNamed, $"{entity}: {call} names no property.", "Name one or more, for example x => x.Name.");

    public static MapFault NotAProperty(string entity, string call, string expression) => new(
        entity, MappingMessages.NotAProperty,
        $"{entity}: {call} takes a property, and {expression} is none.",
        "Name a property, x => x.Address.City, one of every item, x => x.Addresses.Select(a => a.City), or give its name as a text: \"Address.City\".");

    public static MapFault DeclaredTwice(string entity, string what) => new(
        entity, MappingMessages.DeclaredTwice, $"{entity}: {what} is declared twice.", "Keep one of the declarations.");

    public static MapFault ArchiveIsField(string place) => new(
        place, MappingMessages.ArchiveIsField,
        $"{place} says whether the row is archived, and is classified as well: it would be emptied with the data.",
        "Add a property for it, public bool IsArchived { get; set; }, and name that.");

    public static MapFault LabelEmpty(string entity) => new(
        entity, MappingMessages.LabelEmpty,
        $"{entity}: Called says nothing of what people call these rows.",
        "Write it in the plural and in every language, Called(nl: \"facturen\", en: \"invoices\"), or leave the call out.");

    public static MapFault HoldQueryLabelEmpty(string entity, Key<HoldQuery> query) => new(
        entity, MappingMessages.LabelEmpty,
        $"{entity}: the query '{query}' for holds says nothing of what people call its rows.",
        "Write it in the plural and in every language: nl: \"facturen uit 2024\", en: \"invoices of 2024\".");

    public static MapFault ReasonMissing(string place) => new(
        place, MappingMessages.ReasonMissing,
        $"{place} is said not to be personal without a reason.",
        "Write the reason, for whoever asks later: NotPersonal(\"key of an employee\", …).");

    public static MapFault ClassifiedTwice(string place, string first, string second) => new(
        place, MappingMessages.ClassifiedTwice,
        $"{place} is classified twice, as {first} and as {second}.",
        "Keep one; a column that holds several kinds of data gets a category of its own.");

    public static MapFault RoleWithoutField(string place, FieldRole role) => new(
        place, MappingMessages.RoleWithoutField,
        $"{place} serves as {role}, but has no category.",
        "Classify it as well: Field(category, …).");

    public static MapFault MarkWithoutField(string place, string call) => new(
        place, MappingMessages.MarkWithoutField,
        $"{place} is named in {call}, but has no category, so that nobody ever gets it.",
        "Classify it as well: Field(category, …).");

    public static MapFault ReplacementWithoutField(string place) => new(
        place, MappingMessages.ReplacementWithoutField,
        $"{place} is said to be replaced, but has no category, so that nothing ever replaces it.",
        "Classify it as well: Field(category, …).");

    public static MapFault ReplacementMisfit(string place, string why) => new(
        place, MappingMessages.ReplacementMisfit,
        $"{place} cannot be replaced as the map says: it {why}.",
        "Give a value of its type that fits, ReplacedBy(x => x.Name, \"-\"), one that differs from row to row, ReplacedByRandomText(x => x.Login, \"anon-\"), or leave the call out.");
}
