using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>A section of the host, instead of one of the notice's own or behind it.</summary>
internal sealed record NoticeReplacement(SectionId Place, Func<NoticeContext, DocumentSection?> Factory, ValueList<NoticeItem> Covers, bool IsAddition)
{
    /// <summary>The host's section, marked with what it covers; <see langword="null"/> when the host has none for this notice.</summary>
    public DocumentSection? Write(NoticeContext context) => Factory(context) is { } section
        ? section with { Requirements = section.Requirements.Concat(Covers.Select(item => item.Mark())).Distinct().ToValueList() }
        : null;
}
