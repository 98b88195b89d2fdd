using System.Text.Json.Serialization;
using GdprKit.Ledger;
using GdprKit.Samples.Crm.Gdpr.History;

namespace GdprKit.Samples.Ledger;

/// <summary>How a newer version of the shop might write facts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(TextJsonConverter<SubjectRef>)])]
[JsonSerializable(typeof(PersonRemoved))]
internal sealed partial class TestHistoryJson : JsonSerializerContext;
