using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>A table in which rows are looked for.</summary>
/// <param name="Table">The table.</param>
/// <param name="By">The columns whose values are known.</param>
/// <param name="Date">The column of the date that is asked of them, or <see langword="null"/>.</param>
internal sealed record SearchedTable(ITable Table, ValueList<string> By, string? Date)
{
    /// <summary>The columns of the index that serves best.</summary>
    public ValueList<string> Columns => Date is null ? By : By.Append(Date).ToValueList();

    /// <summary>
    /// The tables that a search is made in: more than one where every derived entity has its own, none where a view or a function stands for
    /// the table, or where the properties lie in several tables, which no index spans.
    /// </summary>
    public static IEnumerable<SearchedTable> Of(RowSearch search) => search.Type.GetViewMappings().Any() || search.Type.GetFunctionMappings().Any()
        ? []
        : from mapping in search.By[0].GetTableColumnMappings()
          let table = mapping.TableMapping.Table
          where IsSearched(mapping.TableMapping.TypeBase, search.Type)
          let columns = search.By.Select(property => ColumnOf(property, table)).OfType<string>().ToValueList()
          where columns.Count == search.By.Count
          let date = search.Date is null ? null : ColumnOf(search.Date, table)
          select new SearchedTable(table, columns, date is null || columns.Contains(date) ? null : date);

    private static string? ColumnOf(IProperty property, ITable table) =>
        property.GetTableColumnMappings().FirstOrDefault(mapping => mapping.TableMapping.Table == table)?.Column.Name;

    // Where every derived entity has a table of its own, a property of the base has a column in each.
    private static bool IsSearched(ITypeBase holder, IEntityType type) => holder.ContainingEntityType is not { } entity
        || entity.IsOwned() || entity.IsAssignableFrom(type) || type.IsAssignableFrom(entity);
}
