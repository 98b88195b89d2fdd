using System.Text.Json.Serialization;

namespace GdprKit.Ledger;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(TextJsonConverter<EntryId>),
        typeof(TextJsonConverter<Digest>),
        typeof(TextJsonConverter<SubjectRef>),
        typeof(ValueListJsonConverter<Digest>),
    ])]
[JsonSerializable(typeof(SetAsideEntry))]
internal sealed partial class RestoringJson : JsonSerializerContext;
