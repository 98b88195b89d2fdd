using System.Text.Json.Serialization;

namespace GdprKit.Ledger;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(InstantJsonConverter),
        typeof(LocalDateJsonConverter),
        typeof(PeriodJsonConverter),
        typeof(TextJsonConverter<Digest>),
        typeof(TextJsonConverter<Language>),
        typeof(TextJsonConverter<SubjectRef>),
        typeof(TextJsonConverter<EntryId>),
        typeof(TextJsonConverter<Key<ProcessingActivity>>),
        typeof(TextJsonConverter<Key<DataCategory>>),
        typeof(ValueListJsonConverter<Key<DataCategory>>),
        typeof(ValueListJsonConverter<SubscriptionIssue>),
    ])]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(SubscriptionStarted))]
[JsonSerializable(typeof(SubscriptionStopped))]
internal sealed partial class TestJson : JsonSerializerContext;
