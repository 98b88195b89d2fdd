using System.Linq.Expressions;

namespace GdprKit.Samples.Crm.Lists;

/// <summary>By which column a list is sorted. In an address it reads <c>name</c>, or <c>-name</c> for the other way round.</summary>
public readonly record struct SortOrder(string Column, bool Descending)
{
    /// <summary>Reads an address; what is no column of the list becomes the order the list has by itself.</summary>
    public static SortOrder Parse(string? text, IReadOnlyCollection<string> columns, SortOrder usual)
    {
        var column = text?.TrimStart('-');
        return column is not null && columns.Contains(column, StringComparer.Ordinal) ? new(column, text!.StartsWith('-')) : usual;
    }

    public override string ToString() => Descending ? $"-{Column}" : Column;

    public IOrderedQueryable<T> Apply<T, TKey>(IQueryable<T> rows, Expression<Func<T, TKey>> key) =>
        Descending ? rows.OrderByDescending(key) : rows.OrderBy(key);
}
