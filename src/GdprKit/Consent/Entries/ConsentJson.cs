using System.Text.Json.Serialization;
using GdprKit.Ledger;

namespace GdprKit.Consent;

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
        typeof(TextJsonConverter<EntryId>),
        typeof(TextJsonConverter<Key<ProcessingActivity>>),
        typeof(ValueListJsonConverter<MarketingChannel>),
        typeof(ValueListJsonConverter<RegisterElement>),
        typeof(ValueListJsonConverter<ConsentSpan>),
        typeof(ValueListJsonConverter<ConsentProof>),
    ])]
[JsonSerializable(typeof(ConsentRecord))]
[JsonSerializable(typeof(SignalFacts))]
[JsonSerializable(typeof(AgreementFacts))]
[JsonSerializable(typeof(ImportFacts))]
[JsonSerializable(typeof(ConfirmationFacts))]
[JsonSerializable(typeof(EndFacts))]
internal sealed partial class ConsentJson : JsonSerializerContext;
