namespace GdprKit.Mapping;

internal static partial class MapFaults
{
    public static MapFault EntityNotStored(string entity, string stores) => new(
        entity, MappingMessages.EntityNotStored,
        $"{entity} has a map, but {stores} does not store it.",
        "Remove the map. What another entity owns is mapped there: x => x.Address.City.");

    public static MapFault EntityStoredTwice(string entity, string first, string second) => new(
        entity, MappingMessages.EntityStoredTwice,
        $"{entity} is stored by {first} and by {second}.",
        "Let one store keep it, or give the stores classes of their own.");

    public static MapFault StoreNamedTwice(string store) => new(
        store, MappingMessages.StoreNamedTwice, $"Two stores are called '{store}'.", "Give one of them another name; a store of Entity Framework Core is called as its context.");

    public static MapFault PropertyNotStored(string place, string store, string? nearest) => new(
        place, MappingMessages.PropertyNotStored,
        $"{place} is not stored by {store}.",
        nearest is null ? "Name a property that is stored; what the class computes from others is not." : $"Name a property that is stored; did you mean '{nearest}'?");

    public static MapFault ManualStoreIncomplete(string place, string what) => new(
        place, MappingMessages.ManualStoreIncomplete, $"{place} does not say {what}.", "Fill it in: somebody has to answer requests there.");

    public static MapFault TimeMeaningMissing(string place, string type) => new(
        place, MappingMessages.TimeMeaningMissing,
        $"{place} is a {type}, which does not say whether it is UTC.",
        "Pass TimeMeaning.Utc, TimeMeaning.ControllerLocal or, when the time of day means nothing, TimeMeaning.Date.");

    public static MapFault TimeMeaningContradicted(string place, string type, TimeMeaning meaning, TimeMeaning right) => new(
        place, MappingMessages.TimeMeaningContradicted,
        $"{place} is a {type}, which cannot mean {meaning}.",
        $"Leave the meaning out, or pass TimeMeaning.{right}.");

    public static MapFault NotATime(string place, string type) => new(
        place, MappingMessages.NotATime,
        $"{place} is a {type}, which is no date.",
        "Let the store convert it: give the class a DateOnly, DateTime, DateTimeOffset or a type of NodaTime.");
}
