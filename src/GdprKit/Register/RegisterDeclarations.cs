namespace GdprKit;

/// <summary>
/// Everything a register declares, as the builder or the file gave it: ordered, but not yet checked. What was left out is
/// <see langword="null"/>, empty or <c>Unspecified</c>, so that the check can name it together with everything else.
/// </summary>
internal sealed record RegisterDeclarations
{
    public ValueList<Language> Languages { get; init; } = [];

    public DataController? Controller { get; init; }

    public ValueList<SubjectKind> People { get; init; } = [];

    public ValueList<DataCategory> Categories { get; init; } = [];

    public ValueList<RetentionEvent> Events { get; init; } = [];

    public ValueList<Recipient> Recipients { get; init; } = [];

    public ValueList<ProcessingActivity> Activities { get; init; } = [];

    public ValueList<RuleConflictChoice> ConflictChoices { get; init; } = [];

    public ValueList<BackupSchedule> Backups { get; init; } = [];

    public LocalizedText? Security { get; init; }

    public OwnRecords OwnRecords { get; init; } = new();
}
