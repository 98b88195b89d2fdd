using System.Text.Json.Serialization;
using GdprKit.Ledger;

namespace GdprKit.Requests;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true,
    WriteIndented = true,
    Converters =
    [
        typeof(InstantJsonConverter),
        typeof(LocalDateJsonConverter),
        typeof(EntrySaltJsonConverter),
        typeof(TextJsonConverter<EntryId>),
        typeof(TextJsonConverter<EntryType>),
        typeof(TextJsonConverter<Digest>),
        typeof(TextJsonConverter<SubjectRef>),
        typeof(TextJsonConverter<Key<DataCategory>>),
        typeof(TextJsonConverter<Key<ErasurePlace>>),
        typeof(TextJsonConverter<Key<ProcessingActivity>>),
        typeof(TextJsonConverter<Key<RetentionRule>>),
        typeof(TextJsonConverter<Key<SubjectKind>>),
        typeof(ValueListJsonConverter<Digest>),
        typeof(ValueListJsonConverter<ErasureCertificateEntry>),
        typeof(ValueListJsonConverter<ErasureCertificatePlace>),
        typeof(ValueListJsonConverter<ErasureKept>),
        typeof(ValueListJsonConverter<Key<DataCategory>>),
    ])]
[JsonSerializable(typeof(ErasureCertificateFile))]
internal sealed partial class ErasureCertificateJson : JsonSerializerContext;
