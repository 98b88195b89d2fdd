using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// What one question knows of the columns in which dates are texts: where every text is a date as it is written, dates are compared as
/// any value is. Remembers which columns it was asked about, so that the database can be asked about them.
/// </summary>
/// <param name="sorted">The columns in which texts sort as their dates do.</param>
internal sealed class TextDates(IReadOnlySet<IProperty> sorted)
{
    private readonly HashSet<IProperty> _asked = [];

    /// <summary>The columns about which it was asked.</summary>
    public IReadOnlyCollection<IProperty> Asked => _asked;

    /// <summary>Of which no column is known: any text may be in them.</summary>
    public static TextDates Unknown() => new(FrozenSet<IProperty>.Empty);

    /// <summary>Whether every text in a column is a date, and sorts as it does.</summary>
    public bool AreSorted(IProperty property)
    {
        _asked.Add(property);
        return sorted.Contains(property);
    }
}
