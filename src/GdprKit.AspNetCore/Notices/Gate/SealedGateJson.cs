using System.Text.Json.Serialization;

namespace GdprKit;

[JsonSerializable(typeof(SealedGate))]
internal sealed partial class SealedGateJson : JsonSerializerContext;
