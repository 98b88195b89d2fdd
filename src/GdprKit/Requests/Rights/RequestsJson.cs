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
        typeof(TextJsonConverter<Digest>),
        typeof(TextJsonConverter<EntryId>),
        typeof(TextJsonConverter<Key<Operator>>),
        typeof(TextJsonConverter<Key<ManualStore>>),
        typeof(TextJsonConverter<Key<ProcessingActivity>>),
        typeof(ValueListJsonConverter<ClarificationPause>),
        typeof(ValueListJsonConverter<Key<ManualStore>>),
        typeof(ValueListJsonConverter<Key<Operator>>),
    ])]
[JsonSerializable(typeof(RightsRequest))]
[JsonSerializable(typeof(RequestReceived))]
[JsonSerializable(typeof(RequestAsked))]
[JsonSerializable(typeof(RequestAnswered))]
[JsonSerializable(typeof(RequestAccepted))]
[JsonSerializable(typeof(RequestRefused))]
[JsonSerializable(typeof(RequestExtended))]
[JsonSerializable(typeof(RequestFulfilled))]
[JsonSerializable(typeof(RequestMerged))]
[JsonSerializable(typeof(RequestStep))]
[JsonSerializable(typeof(RequestExported))]
[JsonSerializable(typeof(RequestExportFetched))]
internal sealed partial class RequestsJson : JsonSerializerContext;
