using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Finds the stored property that an expression reads.</summary>
internal sealed class StoredProperty(IModel model)
{
    /// <summary>The property whose value an expression is; <see langword="null"/> when it computes one.</summary>
    public IProperty? Of(Expression value) => Strip(value) switch
    {
        MemberExpression { Expression: { } row, Member.Name: var name } => TypeOf(row)?.FindProperty(name),
        MethodCallExpression { Method: { Name: nameof(EF.Property), DeclaringType: var type }, Arguments: [var row, ConstantExpression { Value: string name }] } when type == typeof(EF) =>
            TypeOf(row)?.FindProperty(name),
        _ => null,
    };

    /// <summary>The way that an expression goes to another row or to other rows; <see langword="null"/> when it goes none.</summary>
    public INavigationBase? Navigation(Expression value) => value switch
    {
        MemberExpression { Expression: { } row, Member.Name: var name } => Navigation(TypeOf(row), name),
        MethodCallExpression { Method: { Name: nameof(EF.Property), DeclaringType: var type }, Arguments: [var row, ConstantExpression { Value: string name }] } when type == typeof(EF) =>
            Navigation(TypeOf(row), name),
        _ => null,
    };

    /// <summary>The property that an expression computes its value from; of several the one that the value is most like.</summary>
    public IProperty? Behind(Expression value) => Of(value) ?? Strip(value) switch
    {
        MethodCallExpression call when Sequences.IsCall(call) => Sequences.ItemOf(call) is { } item && item != call ? Behind(item) : FirstWithin(call, value.Type),
        BinaryExpression { NodeType: ExpressionType.Coalesce } either => Behind(either.Left) ?? Behind(either.Right),
        ConditionalExpression either => Behind(either.IfTrue) ?? Behind(either.IfFalse),
        var other => FirstWithin(other, value.Type),
    };

    /// <summary>An expression without what only changes how C# sees its value: whether it can be empty.</summary>
    public static Expression Strip(Expression value) => value switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Quote } convert when IsSame(convert.Type, convert.Operand.Type) => Strip(convert.Operand),
        MemberExpression { Member.Name: nameof(Nullable<>.Value), Expression: { } nullable } when Nullable.GetUnderlyingType(nullable.Type) is not null => Strip(nullable),
        _ => value,
    };

    /// <summary>Every property that an expression reads.</summary>
    public IReadOnlyCollection<IProperty> Within(Expression value)
    {
        var search = new SearchOfAll(this);
        search.Visit(value);
        return search.Found;
    }

    private IProperty? FirstWithin(Expression value, Type type)
    {
        var search = new Search(this, type);
        search.Visit(value);
        return search.Found;
    }

    private static bool IsSame(Type type, Type other) => (Nullable.GetUnderlyingType(type) ?? type) == (Nullable.GetUnderlyingType(other) ?? other);

    private static INavigationBase? Navigation(ITypeBase? type, string name) =>
        type is IEntityType entity ? (INavigationBase?)entity.FindNavigation(name) ?? entity.FindSkipNavigation(name) : null;

    private ITypeBase? TypeOf(Expression row) => row switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs } convert when model.FindEntityType(convert.Type) is null => TypeOf(convert.Operand),
        MemberExpression { Expression: { } owner, Member.Name: var name } when TypeOf(owner) is { } type => Step(type, name) ?? ByClass(row.Type),
        _ => ByClass(row.Type),
    };

    private static ITypeBase? Step(ITypeBase type, string name) =>
        type.FindComplexProperty(name) is { IsCollection: false } complex ? complex.ComplexType
        : (type as IEntityType)?.FindNavigation(name) is { IsCollection: false } navigation ? navigation.TargetEntityType
        : null;

    // Several entities can have one class; what they store of it alike is known all the same.
    private IEntityType? ByClass(Type type) => model.FindEntityType(type) ?? model.FindEntityTypes(type).FirstOrDefault();

    private sealed class SearchOfAll(StoredProperty properties) : ExpressionVisitor
    {
        public HashSet<IProperty> Found { get; } = [];

        public override Expression? Visit(Expression? node)
        {
            if (node is not null && properties.Of(node) is { } property)
            {
                Found.Add(property);
            }

            return base.Visit(node);
        }
    }

    private sealed class Search(StoredProperty properties, Type type) : ExpressionVisitor
    {
        public IProperty? Found { get; private set; }

        public override Expression? Visit(Expression? node)
        {
            if (Found is null && node is not null && IsSame(node.Type, type) && properties.Of(node) is { } property)
            {
                Found = property;
            }

            return Found is null ? base.Visit(node) : node;
        }
    }
}
