using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Compares texts letter by letter in a database that may think that <c>ann</c> and <c>Ann</c> are one person.</summary>
internal static class OrdinalCollation
{
    private static readonly MethodInfo CollateMethod = typeof(RelationalDbFunctionsExtensions).GetMethod(nameof(RelationalDbFunctionsExtensions.Collate))!;

    /// <summary>Whether two texts are equal: once as the database compares them, which an index can serve, and once by their letters.</summary>
    public static Expression Equal(Expression column, Expression value, string? provider)
    {
        var equal = Expression.Equal(column, value);
        var collation = provider switch
        {
            "Microsoft.EntityFrameworkCore.Sqlite" => "BINARY",
            "Microsoft.EntityFrameworkCore.SqlServer" => "Latin1_General_100_BIN2",
            "Pomelo.EntityFrameworkCore.MySql" or "MySql.EntityFrameworkCore" => "utf8mb4_bin",
            "Npgsql.EntityFrameworkCore.PostgreSQL" => "C",
            _ => null,
        };
        return collation is null || column.Type != typeof(string)
            ? equal
            : Expression.AndAlso(equal, Expression.Equal(
                Expression.Call(CollateMethod.MakeGenericMethod(typeof(string)), Expression.Constant(EF.Functions), column, Expression.Constant(collation)),
                value));
    }
}
