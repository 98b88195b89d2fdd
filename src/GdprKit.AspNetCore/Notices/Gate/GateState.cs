namespace GdprKit;

/// <summary>Whom which version is to be shown to.</summary>
/// <param name="Person">The person.</param>
/// <param name="Shown">The notice of that person.</param>
/// <param name="Version">The version that holds.</param>
internal sealed record GateState(SubjectId Person, NoticeOnDisplay Shown, NoticeVersion Version)
{
    /// <summary>The version; the person is withheld.</summary>
    public override string ToString() => Version.ToString();
}
