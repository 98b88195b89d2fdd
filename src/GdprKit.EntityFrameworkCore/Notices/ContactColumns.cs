using System.Data.Common;
using System.Linq.Expressions;
using GdprKit.Mapping;
using GdprKit.Notices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>What is read of the rows of people: their keys, and behind them how they are reached. What is both is read once, because a query says it once.</summary>
internal sealed class ContactColumns
{
    private readonly List<PropertyPath> _paths;
    private readonly ContactColumn _mail;
    private readonly ContactColumn _language;

    public ContactColumns(StoreEntity entity, OwnerPath owner, ParameterExpression row, IEntityType type)
    {
        _paths = [.. owner.Key];
        _mail = Column(FieldRole.EmailAddress);
        _language = Column(FieldRole.Language);
        Values = [.. _paths.Select(path => RowAccess.Value(row, type, path))];
        Names = string.Join(", ", _paths.Select((_, i) => i < owner.Key.Count ? $"k{i}" : $"x{i}"));

        ContactColumn Column(FieldRole role)
        {
            if (entity.Roles.FirstOrDefault(each => each.Role == role)?.Property is not { } path || RowAccess.IsSequenceType(RowAccess.Value(row, type, path).Type))
            {
                return new ContactColumn(null, -1);
            }

            if (!_paths.Contains(path))
            {
                _paths.Add(path);
            }

            return new ContactColumn(RowAccess.Property(type, path), _paths.IndexOf(path));
        }
    }

    /// <summary>The values, keys first.</summary>
    public Expression[] Values { get; }

    /// <summary>Their names in a statement.</summary>
    public string Names { get; }

    /// <summary>How many they are.</summary>
    public int Count => _paths.Count;

    /// <summary>The person of a row that a statement read, with address and language as far as they can be read.</summary>
    public Contact ContactOf(DbDataReader row, SubjectId subject, SubjectRef? known)
    {
        var (mail, isRead) = TextOf(_mail, row);
        return Contact.Of(subject, known, mail, TextOf(_language, row).Text) with { IsAddressUnreadable = !isRead };
    }

    private static (string? Text, bool IsRead) TextOf(ContactColumn column, DbDataReader row) => column.Property is null ? (null, true) : column.OfStored(row.GetValue(column.Place));
}
