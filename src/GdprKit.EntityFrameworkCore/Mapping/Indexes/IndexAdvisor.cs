using System.Linq.Expressions;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Finds the indexes that the statements about an entity miss.</summary>
/// <param name="entity">The entity.</param>
/// <param name="type">The entity in the host's model.</param>
/// <param name="context">The context that the host's data are read through.</param>
/// <param name="catalogue">What the database says of its tables.</param>
internal sealed class IndexAdvisor(StoreEntity entity, IEntityType type, DbContext context, DatabaseCatalogue catalogue)
{
    /// <summary>What is missing for these questions, each index once.</summary>
    public async Task<ValueList<MissingIndex>> FindAsync(string store, ValueList<RowRequest> requests, CancellationToken cancellationToken)
    {
        var missing = new List<(RowSearch Search, SearchedTable Table)>();
        foreach (var request in requests)
        {
            var (rows, conditions) = Read(request);
            foreach (var search in Related([rows, .. conditions]).Distinct())
            {
                missing.AddRange(await MissingAsync([search], cancellationToken).ConfigureAwait(false));
            }

            missing.AddRange(await BestAsync(new DatedRows(type, context.Model).Of(rows), cancellationToken).ConfigureAwait(false));
        }

        var found = new List<MissingIndex>();
        foreach (var (search, table) in missing.DistinctBy(each => (each.Table.Table, each.Table.Columns)))
        {
            if (await catalogue.HasRowsAsync(table.Table, search.WorthOf, cancellationToken).ConfigureAwait(false))
            {
                found.Add(await WriteAsync(store, search, table, cancellationToken).ConfigureAwait(false));
            }
        }

        return found.ToValueList();
    }

    private (Formula Rows, IEnumerable<Formula> Conditions) Read(RowRequest request)
    {
        var formulas = new RowFormulas(Expression.Parameter(type.ClrType, "row"), type, entity.Owners, context, TextDates.Unknown()).Of(request.Conditions.Prepend(request.Where));
        var rows = Simplification.Of(formulas[0], Assumptions.None);
        var known = Assumptions.Of(rows);
        return (rows, [.. formulas.Skip(1).Select(formula => Simplification.Of(formula, known))]);
    }

    private IEnumerable<RowSearch> Related(IEnumerable<Formula> formulas)
    {
        var related = new RelatedRows(context.Model);
        return formulas.SelectMany(Singles).Where(single => single.IsHeavy).SelectMany(single => single switch
        {
            Formula.Said said => related.Of(said.Statement.Condition),
            Formula.Reaches reaches => related.Of(reaches.Time.Value, reaches.Time.Column.Property),
            _ => [],
        });
    }

    private static IEnumerable<Formula.Single> Singles(Formula formula) => formula switch
    {
        Formula.Single single => [single],
        Formula.All all => all.Parts.SelectMany(Singles),
        Formula.Any any => any.Parts.SelectMany(Singles),
        _ => [],
    };

    /// <summary>What is missing for the way for which least is missing.</summary>
    private async Task<IReadOnlyList<(RowSearch Search, SearchedTable Table)>> BestAsync(IReadOnlyList<ValueList<RowSearch>> ways, CancellationToken cancellationToken)
    {
        IReadOnlyList<(RowSearch, SearchedTable)>? best = null;
        foreach (var way in ways)
        {
            var missing = await MissingAsync(way, cancellationToken).ConfigureAwait(false);
            best = best is null || missing.Count < best.Count ? missing : best;
        }

        return best ?? [];
    }

    private async Task<IReadOnlyList<(RowSearch Search, SearchedTable Table)>> MissingAsync(ValueList<RowSearch> searches, CancellationToken cancellationToken)
    {
        var missing = new List<(RowSearch, SearchedTable)>();
        foreach (var search in searches)
        {
            foreach (var table in SearchedTable.Of(search))
            {
                if (await catalogue.FindIndexesAsync(table.Table, cancellationToken).ConfigureAwait(false) is { } indexes && !indexes.Any(index => index.Finds(table.By, search.Purpose)))
                {
                    missing.Add((search, table));
                }
            }
        }

        return missing;
    }

    private async Task<MissingIndex> WriteAsync(string store, RowSearch search, SearchedTable searched, CancellationToken cancellationToken)
    {
        var (table, statement) = (searched.Table, new IndexStatement(context));
        var indexes = await catalogue.FindIndexesAsync(table, cancellationToken).ConfigureAwait(false);
        var declared = statement.Declared(table, searched.By);
        var index = declared ?? statement.New(table, searched.Columns, indexes!.Select(each => each.Name));
        return new MissingIndex
        {
            Store = store,
            Entity = (search.Type.FindOwnership()?.PrincipalEntityType ?? search.Type).Name,
            Table = table.Schema is { } schema ? $"{schema}.{table.Name}" : table.Name,
            Columns = index.Columns.ToValueList(),
            Purpose = search.Purpose,
            IsDeclared = declared is not null,
            Statement = statement.Write(index),
        };
    }
}
