using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Compares keys letter by letter in a database that may think that <c>ann</c> and <c>Ann</c> are one person: once as the database
/// compares them, which an index can serve, and once by their letters.
/// </summary>
internal sealed class OrdinalEquality(DbContext context)
{
    private static readonly MethodInfo CollateMethod = typeof(RelationalDbFunctionsExtensions).GetMethod(nameof(RelationalDbFunctionsExtensions.Collate))!;

    private static readonly MethodInfo SubstringMethod = typeof(string).GetMethod(nameof(string.Substring), [typeof(int), typeof(int)])!;

    /// <summary>The database whose keys they are.</summary>
    public Dialect Dialect { get; } = Dialect.Of(context);

    /// <summary>Whether a column holds a value.</summary>
    /// <param name="column">The column.</param>
    /// <param name="property">Its property.</param>
    /// <param name="value">The value; not empty.</param>
    public Expression ToValue(Expression column, IProperty property, object value)
    {
        var parameter = StatementParameter.Of(value, column.Type);
        var equal = Expression.Equal(column, parameter);
        return ByLetters(column, property) is not { } letters ? equal
            : letters.Type == column.Type ? Expression.AndAlso(equal, Expression.Equal(letters, parameter))
            : Expression.AndAlso(equal, Expression.Equal(letters, StatementParameter.Of(property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value, typeof(string))));
    }

    /// <summary>Whether two columns hold the same value; what is empty equals nothing.</summary>
    /// <param name="column">The column of the row that is looked for.</param>
    /// <param name="property">Its property.</param>
    /// <param name="other">The column of the row at hand.</param>
    public Expression ToColumn(Expression column, IProperty property, Expression other)
    {
        var equal = Expression.AndAlso(Expression.NotEqual(column, Expression.Constant(null, column.Type)), Expression.Equal(column, other));
        return IsKnownToBeOrdinal(property) || ByLetters(column, property) is not { } letters
            ? equal
            : Expression.AndAlso(equal, Expression.Equal(letters, letters.Type == column.Type ? other : AsText(other)));
    }

    /// <summary>Whether a text has a part at a place.</summary>
    /// <param name="column">The column with the text.</param>
    /// <param name="property">Its property.</param>
    /// <param name="start">The place, from zero.</param>
    /// <param name="part">The part.</param>
    public Expression ToPart(Expression column, IProperty property, int start, string part)
    {
        var text = IsCaseless(property) ? AsText(column) : column;
        Expression found = Expression.Call(text, SubstringMethod, Expression.Constant(start), Expression.Constant(part.Length));
        return Expression.Equal(IsKnownToBeOrdinal(property) || Collation is not { } collation ? found : Collate(found, collation), StatementParameter.Of(part, typeof(string)));
    }

    /// <summary>
    /// Whether a reference leads to a key, as the database decides that keeps references valid: it may leave out the case. What is empty leads nowhere.
    /// </summary>
    /// <param name="key">The key; by its collation the database compares.</param>
    /// <param name="reference">The reference.</param>
    public static Expression OfReference(Expression key, Expression reference) =>
        Expression.AndAlso(Expression.NotEqual(reference, Expression.Constant(null, reference.Type)), Expression.Equal(key, reference));

    /// <summary>
    /// Whether a reference holds a value, as the database compares it with the key to which it refers: an index can serve that where both have one collation.
    /// </summary>
    /// <param name="reference">The reference.</param>
    /// <param name="property">Its property.</param>
    /// <param name="key">The key to which it refers.</param>
    /// <param name="value">The value; not empty.</param>
    /// <returns>The condition; <see langword="null"/> when the model does not tell how the database compares them.</returns>
    public Expression? AsKeyDoes(Expression reference, IProperty property, IProperty key, object value)
    {
        if (IsCaseless(property) != IsCaseless(key) || Designed(property) is not { } here || Designed(key) is not { } there)
        {
            return null;
        }

        var (own, theirs) = (here.GetCollation(), there.GetCollation());
        return own == theirs ? Expression.Equal(reference, StatementParameter.Of(value, reference.Type))
            : theirs is not null && reference.Type == typeof(string) ? Expression.Equal(Collate(reference, theirs), StatementParameter.Of(value, reference.Type))
            : null;
    }

    /// <summary>Whether the database may take two texts for one key although their letters differ, as far as the model tells.</summary>
    public bool MayLeaveOutCase(IProperty property) =>
        IsText(property) && (Dialect.IsPostgreSql || Dialect.IsSqlite ? IsCaseless(property) || HasCollation(property) : Collation is not null);

    /// <summary>A column as a text that is compared by its letters; <see langword="null"/> when it is no text.</summary>
    private MethodCallExpression? ByLetters(Expression column, IProperty property)
    {
        if (!IsText(property) || Collation is not { } collation)
        {
            return null;
        }

        // In this type the case is left out of every comparison, whatever the collation.
        var letters = IsCaseless(property) ? AsText(column) : column;
        return Collate(letters, collation);
    }

    private static MethodCallExpression Collate(Expression text, string collation) =>
        Expression.Call(CollateMethod.MakeGenericMethod(text.Type), Expression.Constant(EF.Functions), text, Expression.Constant(collation));

    // Collations of PostgreSQL tell letters apart unless they are made not to; a condition without need misleads its planner.
    private bool IsKnownToBeOrdinal(IProperty property) => Dialect.IsPostgreSql && !IsCaseless(property) && IsText(property) && !HasCollation(property);

    private bool IsCaseless(IProperty property) => Dialect.IsPostgreSql && property.GetRelationalTypeMapping().StoreTypeNameBase == "citext";

    private bool HasCollation(IProperty property) => Designed(property) is not { } designed || designed.GetCollation() is not null;

    // The model that a program runs with has forgotten the collations.
    private IProperty? Designed(IProperty property) => context.GetService<IDesignTimeModel>().Model.FindEntityType(property.DeclaringType.Name)?.FindProperty(property.Name);

    /// <summary>Whether the database keeps a property as a text.</summary>
    public static bool IsText(IProperty property) => (property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) == typeof(string);

    private string? Collation => Dialect.Provider switch
    {
        Dialect.Sqlite => "BINARY",
        Dialect.PostgreSql => "C",
        "Microsoft.EntityFrameworkCore.SqlServer" => "Latin1_General_100_BIN2",
        "Pomelo.EntityFrameworkCore.MySql" or "MySql.EntityFrameworkCore" => "utf8mb4_bin",
        _ => null,
    };

    private static UnaryExpression AsText(Expression value) => Expression.Convert(Expression.Convert(value, typeof(object)), typeof(string));
}
