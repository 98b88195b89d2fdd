namespace GdprKit.Mapping;

/// <summary>A proposed register, without what only the controller knows.</summary>
internal sealed record RegisterDraft
{
    public required ValueList<Marked<SubjectKind>> People { get; init; }

    public required ValueList<Marked<DataCategory>> Categories { get; init; }

    public required ValueList<RetentionEvent> Events { get; init; }

    public required ValueList<Marked<Recipient>> Recipients { get; init; }

    public required ValueList<ActivityDraft> Activities { get; init; }
}
