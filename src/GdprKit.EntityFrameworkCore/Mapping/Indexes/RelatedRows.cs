using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Finds in an expression how it goes from a row to other rows: by which of their properties a database must find those.</summary>
internal sealed class RelatedRows(IModel model) : ExpressionVisitor
{
    private readonly StoredProperty _properties = new(model);
    private readonly List<RowSearch> _searches = [];

    /// <summary>What is looked for to answer an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="date">A date that is asked of rows that it finds, or <see langword="null"/>.</param>
    public IEnumerable<RowSearch> Of(Expression expression, IProperty? date = null)
    {
        _searches.Clear();
        Visit(expression);
        return [.. _searches.Select(search => date is not null && IsOf(date, search.Type) ? search with { Date = date } : search)];
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        Follow(node);
        return base.VisitMember(node);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        Follow(node);
        if (node is { Method.Name: nameof(Queryable.Any), Arguments: [EntityQueryRootExpression root, var predicate] } && Sequences.Function(predicate) is { } function)
        {
            Add(root.EntityType, Conjuncts(function.Body).Select(condition => JoinedBy(condition, function.Parameters[0])).OfType<IProperty>());
        }

        return base.VisitMethodCall(node);
    }

    private static bool IsOf(IProperty date, IEntityType type) => type.FindProperty(date.Name) == date;

    private static IEnumerable<Expression> Conjuncts(Expression condition) =>
        condition is BinaryExpression { NodeType: ExpressionType.AndAlso } both ? Conjuncts(both.Left).Concat(Conjuncts(both.Right)) : [condition];

    // Whoever refers is found by what it refers with. What is referred to has a key there, and no database is without an index on that.
    private void Follow(Expression node)
    {
        switch (_properties.Navigation(node))
        {
            case INavigation { IsOnDependent: false, ForeignKey: { IsOwnership: false } key }:
                Add(key.DeclaringEntityType, key.Properties);
                break;

            case ISkipNavigation { ForeignKey: { } key } skip:
                Add(skip.JoinEntityType, key.Properties);
                break;
        }
    }

    private void Add(IEntityType type, IEnumerable<IProperty> by)
    {
        if (by.Distinct().ToValueList() is { IsEmpty: false } known)
        {
            _searches.Add(new RowSearch(type, known, null, IndexPurpose.FindRelated));
        }
    }

    /// <summary>The property of a row that has to equal something that is known without the row.</summary>
    private IProperty? JoinedBy(Expression condition, ParameterExpression row) => condition is BinaryExpression { NodeType: ExpressionType.Equal } equality
        ? IsAbout(equality.Left, row) && !IsAbout(equality.Right, row) ? _properties.Of(equality.Left)
            : IsAbout(equality.Right, row) && !IsAbout(equality.Left, row) ? _properties.Of(equality.Right)
            : null
        : null;

    private static bool IsAbout(Expression value, ParameterExpression row)
    {
        var search = new Mention(row);
        search.Visit(value);
        return search.IsFound;
    }

    private sealed class Mention(ParameterExpression row) : ExpressionVisitor
    {
        public bool IsFound { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            IsFound |= node == row;
            return node;
        }
    }
}
