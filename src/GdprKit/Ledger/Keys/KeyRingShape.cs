using System.Text.Json.Serialization;

namespace GdprKit.Ledger;

/// <summary>A key ring as its file holds it.</summary>
/// <param name="GdprkitKeyRing">The version of the file: 1.</param>
/// <param name="Keys">The keys, the current one first.</param>
internal sealed record KeyRingShape(int GdprkitKeyRing, KeyShape[] Keys);

/// <summary>A key in the file.</summary>
/// <param name="Created">When it was made, in ISO 8601; for who reads the file.</param>
/// <param name="Key">32 random bytes in Base64.</param>
/// <param name="Check">The digest of the two, by which a damaged file is known.</param>
internal sealed record KeyShape(string Created, string Key, string Check);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(KeyRingShape))]
internal sealed partial class KeyRingJson : JsonSerializerContext;
