using System.Text.Json.Serialization;

namespace GdprKit.Ledger.Mirror;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(MirrorFacts))]
internal sealed partial class MirrorJson : JsonSerializerContext;

/// <summary>The facts of an entry.</summary>
/// <param name="Number">A number.</param>
internal sealed record MirrorFacts(long Number);
