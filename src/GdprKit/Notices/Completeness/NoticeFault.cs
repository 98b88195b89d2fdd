namespace GdprKit;

/// <summary>One thing that is wrong with a privacy notice, and what to do about it.</summary>
/// <param name="Id">The id, for example <c>GDPR4301</c>; all ids stand in MESSAGES.md.</param>
/// <param name="Item">The item that it is about, or <see cref="NoticeItem.Unspecified"/>.</param>
/// <param name="Fault">What is wrong, in a sentence.</param>
/// <param name="Remedy">What to do, in a sentence.</param>
public sealed record NoticeFault(string Id, NoticeItem Item, string Fault, string Remedy)
{
    /// <summary>One line: <c>GDPR4301: fault remedy</c>.</summary>
    public override string ToString() => $"{Id}: {Fault} {Remedy}";
}
