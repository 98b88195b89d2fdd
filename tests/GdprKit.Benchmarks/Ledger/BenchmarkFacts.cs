using System.Text.Json.Serialization;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Benchmarks.Ledger;

/// <summary>Facts of the size that those of a consent have.</summary>
internal sealed record BenchmarkFacts(Digest Notice, Digest Wording, Instant At, long Number);

[JsonSerializable(typeof(BenchmarkFacts))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(InstantJsonConverter), typeof(TextJsonConverter<Digest>)])]
internal sealed partial class BenchmarkJson : JsonSerializerContext;
