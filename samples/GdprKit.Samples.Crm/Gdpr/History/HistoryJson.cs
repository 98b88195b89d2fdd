using System.Text.Json.Serialization;
using GdprKit.Ledger;

namespace GdprKit.Samples.Crm.Gdpr.History;

/// <summary>How the facts and states of the shop's streams are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(InstantJsonConverter),
        typeof(TextJsonConverter<Digest>),
        typeof(TextJsonConverter<Language>),
        typeof(TextJsonConverter<SubjectRef>),
        typeof(TextJsonConverter<Key<ProcessingActivity>>),
        typeof(TextJsonConverter<Key<DataCategory>>),
        typeof(ValueListJsonConverter<Key<DataCategory>>),
    ])]
[JsonSerializable(typeof(PersonHistory))]
[JsonSerializable(typeof(PersonAdded))]
[JsonSerializable(typeof(PersonChanged))]
[JsonSerializable(typeof(PersonRemoved))]
[JsonSerializable(typeof(LinkMade))]
[JsonSerializable(typeof(ConfirmationMailed))]
[JsonSerializable(typeof(RegisterHistory))]
[JsonSerializable(typeof(RegisterUsed))]
internal sealed partial class HistoryJson : JsonSerializerContext;
