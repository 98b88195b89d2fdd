using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>One section of the notice, as it is when the host does not replace it.</summary>
internal abstract class NoticeSection
{
    public abstract SectionId Id { get; }

    /// <summary>The items that it fulfils where they apply; each is marked on the part that does.</summary>
    public abstract ValueList<NoticeItem> Fulfils { get; }

    /// <summary>The section, or <see langword="null"/> where it does not apply.</summary>
    public abstract DocumentSection? Write(NoticeContext context);

    protected static ValueList<RequirementId> Marks(NoticeItem item) => [item.Mark()];
}
