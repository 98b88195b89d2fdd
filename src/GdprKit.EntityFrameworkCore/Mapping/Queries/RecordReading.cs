using System.Linq.Expressions;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>What is asked of a row for a person, and how it becomes a record: the ways it is theirs, its key, its fields.</summary>
internal sealed class RecordReading
{
    private readonly StoreEntity _entity;
    private readonly OwnerPath[] _owners;
    private readonly FieldReading[] _fields;

    public RecordReading(StoreEntity entity, IEntityType type, ParameterExpression row, IReadOnlyCollection<(OwnerPath Owner, Expression Condition)> ways, Dialect dialect)
    {
        _entity = entity;
        _owners = [.. ways.Select(way => way.Owner)];
        // What is only about people of another kind does not leave the database.
        _fields = [.. entity.Fields.Where(field => field.Whose.Any(_owners.Contains)).Select(field => FieldReading.Of(field, type, row, dialect))];
        Values =
        [
            .. ways.Select(way => way.Condition),
            .. entity.Description.Key.Select(path => RowAccess.Value(row, type, path)),
            .. _fields.Select(field => field.Value),
        ];
    }

    /// <summary>What to ask of every row, in the order in which <see cref="Read"/> takes the answers.</summary>
    public IReadOnlyList<Expression> Values { get; }

    public StoredRecord Read(object?[] answers)
    {
        var key = answers.AsSpan(_owners.Length, _entity.Description.Key.Count);
        var first = _owners.Length + key.Length;
        var theirs = _owners.Where((_, i) => answers[i] is true).ToArray();
        return new StoredRecord(
            _entity.Description.Name,
            [.. key],
            _fields.Select((field, i) => (Reading: field, Answer: answers[first + i]))
                .Where(each => each.Reading.Field.Whose.Any(theirs.Contains))
                .Select(each => new StoredValue(each.Reading.Field.Property.Path, each.Reading.Field.Category, each.Reading.Read(each.Answer)))
                .ToValueList());
    }
}
