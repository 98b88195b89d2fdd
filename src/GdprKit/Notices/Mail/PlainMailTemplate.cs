namespace GdprKit.Notices;

/// <summary>The words of GdprKit itself, as they are.</summary>
internal sealed class PlainMailTemplate : NoticeMailTemplate;
