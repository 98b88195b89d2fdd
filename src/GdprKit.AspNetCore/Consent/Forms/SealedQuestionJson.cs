using System.Text.Json.Serialization;

namespace GdprKit;

[JsonSerializable(typeof(SealedQuestion))]
internal sealed partial class SealedQuestionJson : JsonSerializerContext;
