using System.Text.Json.Serialization;
using GdprKit.Ledger;

namespace GdprKit.Requests;

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
        typeof(TextJsonConverter<Digest>),
        typeof(TextJsonConverter<MatchTag>),
        typeof(TextJsonConverter<Key<DataCategory>>),
        typeof(TextJsonConverter<Key<ErasurePlace>>),
        typeof(TextJsonConverter<Key<Operator>>),
        typeof(TextJsonConverter<Key<ProcessingActivity>>),
        typeof(TextJsonConverter<Key<RetentionRule>>),
        typeof(TextJsonConverter<Key<SubjectKind>>),
        typeof(ValueListJsonConverter<ErasureKept>),
        typeof(ValueListJsonConverter<ErasurePlaceState>),
        typeof(ValueListJsonConverter<Key<DataCategory>>),
    ])]
[JsonSerializable(typeof(ErasureOrder))]
[JsonSerializable(typeof(ErasureOrdered))]
[JsonSerializable(typeof(ErasureRowsGone))]
[JsonSerializable(typeof(ErasurePlaceAnswered))]
[JsonSerializable(typeof(ErasurePlacePostponed))]
[JsonSerializable(typeof(ErasureStep))]
[JsonSerializable(typeof(ErasureRepeated))]
internal sealed partial class ErasureJson : JsonSerializerContext;
