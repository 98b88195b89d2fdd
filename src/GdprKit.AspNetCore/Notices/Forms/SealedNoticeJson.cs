using System.Text.Json.Serialization;

namespace GdprKit;

[JsonSerializable(typeof(SealedNotice))]
internal sealed partial class SealedNoticeJson : JsonSerializerContext;
