namespace GdprKit;

/// <summary>What a kind of declaration is called in messages, and under which property the register file holds it.</summary>
internal static class DeclarationName
{
    public static string Of<T>() => typeof(T) switch
    {
        var type when type == typeof(DataCategory) => "category",
        var type when type == typeof(SubjectKind) => "kind of people",
        var type when type == typeof(RetentionEvent) => "event",
        var type when type == typeof(Recipient) => "recipient",
        var type when type == typeof(ProcessingActivity) => "activity",
        var type when type == typeof(RetentionRule) => "retention rule",
        var type when type == typeof(BackupSchedule) => "backup schedule",
        var type => type.Name,
    };
}
