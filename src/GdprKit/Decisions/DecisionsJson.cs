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
        typeof(TextJsonConverter<Digest>),
        typeof(TextJsonConverter<EntryId>),
        typeof(ValueListJsonConverter<Digest>),
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
[JsonSerializable(typeof(KeysInUse))]
[JsonSerializable(typeof(KeyUsed))]
[JsonSerializable(typeof(PersonSuppression))]
[JsonSerializable(typeof(SuppressionFound))]
[JsonSerializable(typeof(SuppressionLifted))]
internal sealed partial class DecisionsJson : JsonSerializerContext;
