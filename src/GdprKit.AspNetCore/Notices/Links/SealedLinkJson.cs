using System.Text.Json.Serialization;

namespace GdprKit;

[JsonSerializable(typeof(SealedLink))]
internal sealed partial class SealedLinkJson : JsonSerializerContext;
