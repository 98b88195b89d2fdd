using System.Text.Json.Serialization;

namespace GdprKit.InMemory.Requests;

/// <summary>What only a newer program knows of an erasure.</summary>
internal sealed record Forgiven;

[JsonSourceGenerationOptions(UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Forgiven))]
internal sealed partial class ForgivenJson : JsonSerializerContext;
