using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using GdprKit.Ledger;

namespace GdprKit.Notices;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(InstantJsonConverter),
        typeof(PeriodJsonConverter),
        typeof(TextJsonConverter<Digest>),
        typeof(TextJsonConverter<Language>),
        typeof(ValueListJsonConverter<NoticeText>),
    ])]
[JsonSerializable(typeof(PublishedNotices))]
[JsonSerializable(typeof(NoticePublished))]
[JsonSerializable(typeof(NoticeDelivery))]
[JsonSerializable(typeof(DeliverySent))]
[JsonSerializable(typeof(DeliveryDeferred))]
[JsonSerializable(typeof(ReminderDeferred))]
[JsonSerializable(typeof(DeliveryFailed))]
[JsonSerializable(typeof(DeliveryRequeued))]
[JsonSerializable(typeof(DeliveryAcknowledged))]
[JsonSerializable(typeof(NoticeCampaign))]
[JsonSerializable(typeof(CampaignStep))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class NoticesJson : JsonSerializerContext;
