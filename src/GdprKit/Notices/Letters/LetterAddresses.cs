using System.Globalization;
using GdprKit.Mapping;

namespace GdprKit.Notices;

/// <summary>Reads name and postal address of a person from the row that is that person, by the roles of its fields.</summary>
internal sealed class LetterAddresses(PersonalDataMap map, IEnumerable<IPersonalDataStore> stores)
{
    private readonly (IPersonalDataStore Store, StoreEntity Entity)[] _entities =
    [
        .. MappedEntities.Of(map, stores).Where(each => each.Entity.Roles.Any(role => role.Role is FieldRole.PersonName or FieldRole.AddressLine or FieldRole.City)),
    ];

    public async ValueTask<NoticeLetter> AddressAsync(NoticeLetter letter, CancellationToken cancellationToken)
    {
        foreach (var (store, entity) in _entities.Where(each => each.Entity.Owners.Any(owner => owner.Steps.IsEmpty && owner.Kind == letter.Subject.Kind)))
        {
            await foreach (var row in store.ExportAsync(entity, letter.Subject, cancellationToken).ConfigureAwait(false))
            {
                return letter with
                {
                    Name = string.Join(' ', Texts(FieldRole.PersonName)),
                    AddressLines = Texts(FieldRole.AddressLine).ToValueList(),
                    PostalCode = Text(FieldRole.PostalCode),
                    City = Text(FieldRole.City),
                    Region = Text(FieldRole.Region),
                    Country = Text(FieldRole.Country),
                };

                string Text(FieldRole role) => Texts(role).FirstOrDefault("");

                IEnumerable<string> Texts(FieldRole role) =>
                    from field in entity.Roles
                    where field.Role == role
                    from value in row.Values
                    where value.Property == field.Property && value.Value is not null
                    let text = Convert.ToString(value.Value, CultureInfo.InvariantCulture)?.Trim() ?? ""
                    where text.Length > 0
                    select text;
            }
        }

        return letter;
    }
}
