using System.Text.Json.Serialization;
using GdprKit.Ledger;

namespace GdprKit.Retention;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(InstantJsonConverter),
        typeof(LocalDateJsonConverter),
        typeof(TextJsonConverter<Digest>),
        typeof(TextJsonConverter<EntryId>),
        typeof(TextJsonConverter<Key<Operator>>),
        typeof(ValueListJsonConverter<RunStep>),
        typeof(ValueListJsonConverter<RunRows>),
    ])]
[JsonSerializable(typeof(RetentionRun))]
[JsonSerializable(typeof(RunApproved))]
[JsonSerializable(typeof(RunConfirmed))]
[JsonSerializable(typeof(RunStarted))]
[JsonSerializable(typeof(RunBatch))]
[JsonSerializable(typeof(RunStepEnded))]
[JsonSerializable(typeof(RunPaused))]
[JsonSerializable(typeof(RunResumed))]
[JsonSerializable(typeof(RunCancelled))]
[JsonSerializable(typeof(RunEnded))]
[JsonSerializable(typeof(RunRepeated))]
[JsonSerializable(typeof(RulesSeen))]
[JsonSerializable(typeof(RulesWereSeen))]
[JsonSerializable(typeof(RulesWereHeld))]
internal sealed partial class RunsJson : JsonSerializerContext;
