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
        typeof(ValueListJsonConverter<string>),
    ])]
[JsonSerializable(typeof(KeptEntry))]
internal sealed partial class RestoringJson : JsonSerializerContext;
