using System.Text.Json.Serialization;
using GdprKit.Ledger;

namespace GdprKit.Backups;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(InstantJsonConverter),
        typeof(LocalDateJsonConverter),
        typeof(TextJsonConverter<EntryId>),
        typeof(TextJsonConverter<Key<Operator>>),
        typeof(ValueListJsonConverter<BackupDelay>),
        typeof(ValueListJsonConverter<EntryId>),
        typeof(ValueListJsonConverter<RestoreFinding>),
    ])]
[JsonSerializable(typeof(BackupSet))]
[JsonSerializable(typeof(BackupsReported))]
[JsonSerializable(typeof(BackupsDelayed))]
[JsonSerializable(typeof(BackupsGone))]
[JsonSerializable(typeof(BackupDrilled))]
[JsonSerializable(typeof(DatabaseRestore))]
[JsonSerializable(typeof(RestoreOverridden))]
[JsonSerializable(typeof(RestoreBegun))]
[JsonSerializable(typeof(RestoreFinished))]
[JsonSerializable(typeof(RestoreSuperseded))]
internal sealed partial class BackupsJson : JsonSerializerContext;
