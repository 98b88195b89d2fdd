using System.Data.Common;
using System.Linq.Expressions;
using GdprKit.Mapping;
using GdprKit.Notices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>What is read of the rows of people: their keys, and behind them how they are reached. What is both is read once, because a query says it once.</summary>
internal sealed class ContactColumns
{
    private static readonly FieldRole[] Postal =
        [FieldRole.PersonName, FieldRole.AddressLine, FieldRole.PostalCode, FieldRole.City, FieldRole.Region, FieldRole.Country];

    private readonly List<PropertyPath> _paths;
    private readonly ContactColumn _mail;
    private readonly ContactColumn _language;

    private readonly ILookup<FieldRole, ContactColumn> _postal;

    public ContactColumns(StoreEntity entity, OwnerPath owner, ParameterExpression row, IEntityType type, bool isPostal = false)
    {
        _paths = [.. owner.Key];
        var columns = entity.Roles.Where(each => isPostal ? Postal.Contains(each.Role) : each.Role is FieldRole.EmailAddress or FieldRole.Language)
            .Where(each => !RowAccess.IsSequenceType(RowAccess.Value(row, type, each.Property).Type)).Select(each => (each.Role, Column: Column(each.Property))).ToList();
        _mail = First(FieldRole.EmailAddress);
        _language = First(FieldRole.Language);
        _postal = columns.ToLookup(each => each.Role, each => each.Column);
        Values = [.. _paths.Select(path => RowAccess.Value(row, type, path))];
        Names = string.Join(", ", _paths.Select((_, i) => i < owner.Key.Count ? $"k{i}" : $"x{i}"));

        ContactColumn First(FieldRole role) => columns.Find(each => each.Role == role).Column ?? new ContactColumn(null, -1);

        ContactColumn Column(PropertyPath path)
        {
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

    /// <summary>The person of a row that a statement read, with name and postal address as far as they can be read.</summary>
    public PostalContact PostalOf(DbDataReader row, SubjectId subject) => PostalContact.Of(subject, role => _postal[role].Select(column => column.OfAnyStored(row.GetValue(column.Place))));

    private static (string? Text, bool IsRead) TextOf(ContactColumn column, DbDataReader row) => column.Property is null ? (null, true) : column.OfStored(row.GetValue(column.Place));
}
