using System.Linq.Expressions;
using GdprKit.Ledger;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Which rows of a store a hold on a query keeps: those that meet it, and those of other entities that it reads to know it. Did these go, nobody would know any more which rows were meant.</summary>
internal sealed class QueryReading
{
    private readonly StoreMap _store;
    private readonly List<(StoreEntity Entity, StoreHoldQuery Query, HashSet<Type> Read)> _queries;

    public QueryReading(StoreMap store)
    {
        _store = store;
        _queries = [.. from entity in store.Entities from query in entity.HoldQueries select (entity, query, ReadTypes.Of(query.Query.Condition))];
    }

    /// <summary>What the holds on queries keep of the rows of an entity.</summary>
    public IEnumerable<ShieldedRows> KeptOf(StoreEntity entity) =>
    [
        .. entity.HoldQueries.Select(query => new ShieldedRows(KeyOf(query), query.Rows)),
        .. from each in _queries
           where IsRead(entity.Description, each.Read)
           select new ShieldedRows(KeyOf(each.Query), ReadBy(each.Entity.Description, each.Query.Rows, entity.Description, each.Read)),
    ];

    private StreamKey KeyOf(StoreHoldQuery query) => HoldKeys.Of(new HoldScope.Query(_store.Description.Name, query.Entity, query.Query.Key));

    private static bool IsRead(EntityDescription entity, HashSet<Type> read) => read.Any(type => type.IsAssignableFrom(entity.Type) || entity.Type.IsAssignableFrom(type));

    // Where nobody knows how the query comes to these rows, it may read each of them.
    private RowCondition ReadBy(EntityDescription from, RowCondition rows, EntityDescription entity, HashSet<Type> read) =>
        Ways(from, rows, [.. DeclaredHolds.LineageOf(_store.Description, entity.Name)], read, []).ToList() is { Count: > 0 } ways ? RowCondition.Any(ways) : RowCondition.Always;

    private IEnumerable<RowCondition> Ways(EntityDescription from, RowCondition rows, HashSet<string> to, HashSet<Type> read, HashSet<string> passed)
    {
        foreach (var reference in from.References.Where(reference => !passed.Contains(reference.Target)))
        {
            var related = new RowCondition.HasRelated(from.Name, reference.Properties, reference.TargetProperties, rows);
            if (to.Contains(reference.Target))
            {
                yield return related;
            }
            else if (_store.Description.Entity(reference.Target) is var next && IsRead(next, read))
            {
                foreach (var way in Ways(next, related, to, read, [.. passed, from.Name]))
                {
                    yield return way;
                }
            }
        }
    }

    /// <summary>The types of what a function leads to.</summary>
    private sealed class ReadTypes : ExpressionVisitor
    {
        private readonly HashSet<Type> _found = [];

        public static HashSet<Type> Of(LambdaExpression function)
        {
            var reading = new ReadTypes();
            reading.Visit(function.Body);
            return reading._found;
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            Add(node.Type);
            return base.VisitMember(node);
        }

        // A property that the class does not have is read by a call, and rows that nothing leads to come from one.
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            Add(node.Type);
            return base.VisitMethodCall(node);
        }

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            foreach (var parameter in node.Parameters)
            {
                Add(parameter.Type);
            }

            return base.VisitLambda(node);
        }

        // Of a collection what is in it, whatever it is derived from.
        private void Add(Type type)
        {
            for (var each = type; each is not null; each = each.BaseType)
            {
                _found.UnionWith(each.GetGenericArguments().Append(each).Where(found => found.IsClass && found != typeof(object) && found != typeof(string)));
            }

            if (type.GetElementType() is { } element)
            {
                Add(element);
            }
        }
    }
}
