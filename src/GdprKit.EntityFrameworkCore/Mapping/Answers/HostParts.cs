using System.Linq.Expressions;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Finds what maps say in their own words among the questions about a row, each once.</summary>
/// <param name="owners">Whose row it is.</param>
/// <param name="model">The host's model.</param>
internal sealed class HostParts(ValueList<OwnerPath> owners, IModel model)
{
    private readonly List<HostPart> _found = [];
    private readonly HashSet<RowCondition> _read = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<HostPart> In(RowRequest request, IEntityType type)
    {
        foreach (var condition in request.Conditions.Prepend(request.Where))
        {
            Read(condition, type, outermost: null);
        }

        foreach (var time in request.Times)
        {
            Add(type, time, new RowRequest { Times = [time] });
        }

        return _found;
    }

    private void Read(RowCondition condition, IEntityType type, RowCondition? outermost)
    {
        // Conditions share their parts.
        if (!_read.Add(condition))
        {
            return;
        }

        var question = outermost ?? condition;
        switch (condition)
        {
            case RowCondition.Opposite opposite:
                Read(opposite.Condition, type, outermost);
                break;

            case RowCondition.AllOf all:
                Read(all.Conditions, type, outermost);
                break;

            case RowCondition.AnyOf any:
                Read(any.Conditions, type, outermost);
                break;

            case RowCondition.Between between:
                Add(type, between.Time, Ask(question) with { Times = outermost is null ? [between.Time] : [] });
                break;

            case RowCondition.Meets meets:
                Add(type, meets.Function, Ask(question));
                break;

            case RowCondition.HasOwner has:
                Add(type, has.Owner, question);
                break;

            case RowCondition.HasHead head:
                Add(type, head.Owner, question);
                break;

            // Of rows that are only related nobody asks whose they are.
            case RowCondition.BelongsTo belongs when outermost is null:
                foreach (var owner in owners.Where(owner => belongs.By is null || owner == belongs.By))
                {
                    Add(type, owner, question);
                }

                break;

            case RowCondition.HasRelated related:
                Read(related.That, model.FindEntityType(related.Entity)!, question);
                break;
        }
    }

    private void Read(ValueList<RowCondition> conditions, IEntityType type, RowCondition? outermost)
    {
        foreach (var condition in conditions)
        {
            Read(condition, type, outermost);
        }
    }

    private static RowRequest Ask(RowCondition condition) => new() { Where = condition, Conditions = [condition] };

    private void Add(IEntityType type, OwnerPath owner, RowCondition question)
    {
        if (owner.Condition is { } condition)
        {
            Add(owner.Steps.IsEmpty ? type : model.FindEntityType(owner.Steps[^1].Entity)!, condition, Ask(question));
        }
    }

    private void Add(IEntityType type, StoreTime time, RowRequest question) => Add(new HostPart(type, time.Value, time.Property, question));

    private void Add(IEntityType type, LambdaExpression function, RowRequest question) => Add(new HostPart(type, function, null, question));

    private void Add(HostPart part)
    {
        if (!_found.Exists(part.IsSameAs))
        {
            _found.Add(part);
        }
    }
}
