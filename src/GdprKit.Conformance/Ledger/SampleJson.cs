using System.Text.Json.Serialization;

namespace GdprKit.Conformance;

/// <summary>Writes the facts of the entries that the suites append.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SampleFacts))]
internal sealed partial class SampleJson : JsonSerializerContext;
