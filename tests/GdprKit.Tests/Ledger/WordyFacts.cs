using System.Text.Json.Serialization;

namespace GdprKit.Ledger;

/// <summary>Facts into which anybody could write a name.</summary>
public sealed record WordyFacts(string Name);

[JsonSerializable(typeof(WordyFacts))]
internal sealed partial class WordyJson : JsonSerializerContext;
