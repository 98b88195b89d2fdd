using System.Globalization;
using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>The mark that an item leaves on what fulfils it.</summary>
internal static class NoticeItemMark
{
    public static RequirementId Mark(this NoticeItem item) => RequirementId.Parse(string.Create(CultureInfo.InvariantCulture, $"N{(int)item:00}"));
}
