using System.Text.Json.Serialization;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.InMemory.Requests;

/// <summary>That the person was told, as the ledger has it.</summary>
internal sealed record Told(LocalDate On);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = [typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(Told))]
internal sealed partial class ToldJson : JsonSerializerContext;
