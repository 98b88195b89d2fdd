using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace GdprKit.EntityFrameworkCore;

/// <summary>The bounds that an outer statement compares with; the same bound of a column is one parameter.</summary>
internal sealed class CountParameters(DbContext context)
{
    // No variable of a host's function is called so; they name the parameters of the inner statement.
    private const string Prefix = "gdprkit_";

    private readonly List<(string Name, TimeColumn Column, object Bound)> _bounds = [];
    private readonly ISqlGenerationHelper _sql = context.GetService<ISqlGenerationHelper>();

    /// <summary>A bound, as it stands in the text of a statement.</summary>
    public string Add(TimeColumn column, object bound)
    {
        var known = _bounds.FindIndex(each => each.Column == column && each.Bound.Equals(bound));
        if (known < 0)
        {
            known = _bounds.Count;
            _bounds.Add(($"{Prefix}{known}", column, bound));
        }

        return _sql.GenerateParameterNamePlaceholder(_bounds[known].Name);
    }

    /// <summary>The parameters of a command.</summary>
    public IEnumerable<DbParameter> Of(DbCommand command)
    {
        var types = context.GetService<IRelationalTypeMappingSource>();
        return _bounds.Select(bound => (bound.Column.Mapping ?? types.GetMapping(bound.Bound.GetType()))
            .CreateParameter(command, _sql.GenerateParameterName(bound.Name), bound.Bound, nullable: false));
    }
}
