using System.Text.Json.Serialization;
using GdprKit.Ledger;

namespace GdprKit.Decisions;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(InstantJsonConverter),
        typeof(TextJsonConverter<EntryId>),
        typeof(ValueListJsonConverter<RestrictionGround>),
    ])]
[JsonSerializable(typeof(Objection))]
[JsonSerializable(typeof(ObjectionStep))]
[JsonSerializable(typeof(Restriction))]
[JsonSerializable(typeof(RestrictionPlaced))]
[JsonSerializable(typeof(RestrictionLifted))]
[JsonSerializable(typeof(SuppressedAddress))]
[JsonSerializable(typeof(AddressListed))]
[JsonSerializable(typeof(AddressRemoved))]
[JsonSerializable(typeof(PersonSuppression))]
[JsonSerializable(typeof(SuppressionFound))]
[JsonSerializable(typeof(SuppressionLifted))]
internal sealed partial class DecisionsJson : JsonSerializerContext;
