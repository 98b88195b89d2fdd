using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// The shapes of functions and dates of which it is known that SQLite and PostgreSQL answer them, so that nothing need be compiled to tell:
/// at a start that is what costs most. What is not known here is no less good; Entity Framework Core is asked about it.
/// </summary>
internal sealed class PlainShapes(IModel model, Dialect dialect)
{
    private static readonly HashSet<Type> Comparable =
    [
        typeof(bool), typeof(byte), typeof(short), typeof(int), typeof(long), typeof(double), typeof(string), typeof(Guid), typeof(DateTime), typeof(DateOnly),
    ];

    // SQLite has no type for dates; as texts and numbers these sort.
    private static readonly HashSet<Type> SortedBySqlite = [typeof(DateTime), typeof(DateOnly), typeof(long)];

    private readonly StoredProperty _properties = new(model);

    /// <summary>Whether the database is known to answer it.</summary>
    public bool Include(HostPart part) => (dialect.IsSqlite || dialect.IsPostgreSql) && (part.Function is { } function
        ? IsOfEntity(function.Parameters[0].Type, part.Type) && (function.ReturnType == typeof(bool) ? IsCondition(function.Body) : IsDate(function.Body))
        : IsSorted(RowAccess.Property(part.Type, part.Property!)));

    /// <summary>Whether a database compares dates as this property stores them.</summary>
    public bool IsSorted(IProperty property) => !property.DeclaringType.IsMappedToJson() && property.FindRelationalTypeMapping() is { } mapping
        && (mapping.Converter is { } converter
            ? converter.ProviderClrType == typeof(long) && StoredOrder.IsKeptBy(mapping, dialect)
            : dialect.IsPostgreSql || SortedBySqlite.Contains(mapping.ClrType));

    // What a map says of an interface or of a base class that is no entity is seen through a conversion.
    private bool IsOfEntity(Type parameter, IEntityType type) => parameter == type.ClrType || (parameter.IsAssignableFrom(type.ClrType) && model.FindEntityType(parameter) is not null);

    private bool IsDate(Expression value) => StoredProperty.Strip(value) switch
    {
        BinaryExpression { NodeType: ExpressionType.Coalesce, Conversion: null } either => IsDate(either.Left) && IsDate(either.Right),
        MethodCallExpression { Arguments: [var rows, var selector] } call when ExtremeCall.Read(call) is not null => IsCollection(rows) && Sequences.Function(selector) is { } date && IsStoredDate(date.Body),
        var plain => IsStoredDate(plain),
    };

    private bool IsStoredDate(Expression value) => _properties.Of(value) is { } property && IsSorted(property) && IsRow(Owner(value));

    private bool IsCondition(Expression condition) => condition switch
    {
        ConstantExpression { Value: bool } => true,
        UnaryExpression { NodeType: ExpressionType.Not, Operand: var positive } => IsCondition(positive),
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse, Method: null } several => IsCondition(several.Left) && IsCondition(several.Right),
        BinaryExpression { NodeType: ExpressionType.Equal or ExpressionType.NotEqual } equality => IsEmptiness(equality.Left, equality.Right) || IsComparison(equality),
        BinaryExpression comparison when Comparisons.IsOrdering(comparison.NodeType) => IsComparison(comparison),
        MemberExpression { Member.Name: nameof(Nullable<>.HasValue), Expression: { } nullable } when Nullable.GetUnderlyingType(nullable.Type) is not null => IsStoredValue(nullable),
        MethodCallExpression { Method.Name: nameof(Enumerable.Any) } call when Sequences.IsCall(call) => IsCollection(call.Arguments[0])
            && (call.Arguments.Count == 1 || (Sequences.Function(call.Arguments[1]) is { } each && IsCondition(each.Body))),
        _ => condition.Type == typeof(bool) && IsStoredValue(condition),
    };

    private bool IsEmptiness(Expression value, Expression empty) => StoredProperty.Strip(empty) is ConstantExpression { Value: null } && (IsStoredValue(value) || IsRow(value));

    private bool IsComparison(BinaryExpression comparison) => (IsStoredValue(comparison.Left) && (IsConstant(comparison.Right) || IsStoredValue(comparison.Right)))
        || (IsConstant(comparison.Left) && IsStoredValue(comparison.Right));

    private bool IsStoredValue(Expression value) => _properties.Of(value) is { } property
        && !property.DeclaringType.IsMappedToJson()
        && property.FindRelationalTypeMapping() is { Converter: null } mapping
        && Comparable.Contains(mapping.ClrType)
        && IsRow(Owner(value));

    private static bool IsConstant(Expression value) => StoredProperty.Strip(value) switch
    {
        ConstantExpression { Value: { } known } => Comparable.Contains(known.GetType()),
        // What a function brings along becomes a parameter.
        MemberExpression { Expression: ConstantExpression } brought => Comparable.Contains(Nullable.GetUnderlyingType(brought.Type) ?? brought.Type),
        _ => false,
    };

    private bool IsRow(Expression row) => StoredProperty.Strip(row) switch
    {
        ParameterExpression => true,
        MemberExpression { Expression: { } owner } member => _properties.Navigation(member) is { IsCollection: false, TargetEntityType: var target } && !target.IsMappedToJson() && IsRow(owner),
        _ => false,
    };

    private bool IsCollection(Expression rows) => rows is MemberExpression { Expression: { } owner }
        && _properties.Navigation(rows) is INavigation { IsCollection: true, TargetEntityType: var target } && !target.IsMappedToJson() && IsRow(owner);

    private static Expression Owner(Expression value) => StoredProperty.Strip(value) switch
    {
        MemberExpression { Expression: { } owner } => owner,
        var other => other,
    };
}
