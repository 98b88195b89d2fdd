namespace GdprKit.Requests;

/// <summary>Whose request it is, and what about: what does not change.</summary>
internal sealed record RequestPlace(SubjectRef Subject, SubjectId? Person, RightsRequestKind Kind, Key<ProcessingActivity>? Activity)
{
    public override string ToString() => Kind.ToString();
}
