namespace GdprKit.Mapping;

internal static partial class MapFaults
{
    public static MapFault OwnerMissing(string entity) => new(
        entity, MappingMessages.OwnerMissing,
        $"{entity} holds personal data, and nothing says of whom.",
        "Call IsSubject(kind, key) when the row is the person, or BelongsTo(x => x.Customer) when it belongs to one.");

    public static MapFault OwnersWithoutRule(string place) => new(
        place, MappingMessages.OwnersWithoutRule,
        $"{place} does not say about which of the people in the row it is.",
        "Call FieldOf(x => x.Sender, category, …) for what is about one of them, SharedField(category, …) for what is about all.");

    public static MapFault OwnerUnknown(string place, PropertyPath owner) => new(
        place, MappingMessages.OwnerUnknown,
        $"{place} is said to be about '{owner}', by which no owner of the row is declared.",
        "Use a property that IsSubject or BelongsTo names.");

    public static MapFault NoPathToSubject(string place, string target) => new(
        place, MappingMessages.NoPathToSubject,
        $"{place} leads to {target}, which leads to no person.",
        $"Add a map of {target} that calls IsSubject or BelongsTo.");

    public static MapFault ReferenceNotStored(string place, string store) => new(
        place, MappingMessages.ReferenceNotStored,
        $"{place} does not lead to an entity of {store}.",
        "Name a navigation of the model, or call BelongsTo<TOwner>(x => x.OwnerId) with the properties that hold the owner's key.");

    public static MapFault ForeignKeyMismatch(string place, string owner, string expected, string actual) => new(
        place, MappingMessages.ForeignKeyMismatch,
        $"{place} is to hold the key of {owner}, which is {expected}, and holds {actual}.",
        "Name the properties that hold that key, in the same order.");
}
