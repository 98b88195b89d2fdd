using System.Text.Json.Serialization;
using GdprKit.Ledger;

namespace GdprKit.Retention;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(InstantJsonConverter),
        typeof(LocalDateJsonConverter),
        typeof(TextJsonConverter<EntryId>),
        typeof(TextJsonConverter<Key<Operator>>),
        typeof(ValueListJsonConverter<StandingHold>),
    ])]
[JsonSerializable(typeof(LegalHold))]
[JsonSerializable(typeof(HoldPlaced))]
[JsonSerializable(typeof(HoldProlonged))]
[JsonSerializable(typeof(HoldLifted))]
internal sealed partial class HoldsJson : JsonSerializerContext;
