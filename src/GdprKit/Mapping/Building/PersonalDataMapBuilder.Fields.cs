using System.Linq.Expressions;

namespace GdprKit;

/// <content>What the properties hold.</content>
public sealed partial class PersonalDataMapBuilder<TEntity>
{
    /// <summary>Properties that hold personal data of one category, about the person the row belongs to.</summary>
    /// <param name="category">What they hold.</param>
    /// <param name="properties">The properties: <c>c =&gt; c.FirstName, c =&gt; c.LastName</c>; of every item of a collection: <c>c =&gt; c.Addresses.Select(a =&gt; a.City)</c>.</param>
    public PersonalDataMapBuilder<TEntity> Field(Key<DataCategory> category, params ReadOnlySpan<Expression<Func<TEntity, object?>>> properties) =>
        Hold(category, Paths(nameof(Field), properties), new FieldSubjects.OnlyOwner());

    /// <summary>Properties that hold personal data and that the class does not have.</summary>
    /// <param name="category">What they hold.</param>
    /// <param name="properties">Their names in the store's model.</param>
    public PersonalDataMapBuilder<TEntity> Field(Key<DataCategory> category, params ReadOnlySpan<string> properties) =>
        Hold(category, Paths(nameof(Field), properties), new FieldSubjects.OnlyOwner());

    /// <summary>Properties about one of several people in the row: in a message, the name of the sender.</summary>
    /// <param name="owner">The property by which that owner is declared: <c>m =&gt; m.Sender</c>.</param>
    /// <param name="category">What they hold.</param>
    /// <param name="properties">The properties.</param>
    public PersonalDataMapBuilder<TEntity> FieldOf(
        Expression<Func<TEntity, object?>> owner, Key<DataCategory> category, params ReadOnlySpan<Expression<Func<TEntity, object?>>> properties) =>
        Path(nameof(FieldOf), owner) is { } whose
            ? Hold(category, Paths(nameof(FieldOf), properties), new FieldSubjects.OneOwner(whose))
            : this;

    /// <summary>
    /// Properties about all people in the row together: the text of a message. Each of them may see it, and it is kept as long as
    /// any of them needs it.
    /// </summary>
    /// <param name="category">What they hold.</param>
    /// <param name="properties">The properties.</param>
    public PersonalDataMapBuilder<TEntity> SharedField(Key<DataCategory> category, params ReadOnlySpan<Expression<Func<TEntity, object?>>> properties) =>
        Hold(category, Paths(nameof(SharedField), properties), new FieldSubjects.AllOwners());

    /// <summary>Properties about all people in the row together, and that the class does not have.</summary>
    /// <param name="category">What they hold.</param>
    /// <param name="properties">Their names in the store's model.</param>
    public PersonalDataMapBuilder<TEntity> SharedField(Key<DataCategory> category, params ReadOnlySpan<string> properties) =>
        Hold(category, Paths(nameof(SharedField), properties), new FieldSubjects.AllOwners());

    /// <summary>The field with the address to which notices and letters go. Give it a category with <c>Field</c> as well.</summary>
    /// <param name="property">The property.</param>
    public PersonalDataMapBuilder<TEntity> Email(Expression<Func<TEntity, object?>> property) => Serve(FieldRole.EmailAddress, Path(nameof(Email), property));

    /// <summary>The field with the day of birth. Give it a category with <c>Field</c> as well.</summary>
    /// <param name="property">The property.</param>
    public PersonalDataMapBuilder<TEntity> BirthDate(Expression<Func<TEntity, object?>> property) => Serve(FieldRole.BirthDate, Path(nameof(BirthDate), property));

    /// <summary>
    /// The field with the language in which notices and letters go: a text with a language tag (BCP 47), <c>nl</c> or <c>nl-BE</c>. Without it, or where it
    /// holds none, they go in the main language of the register.
    /// </summary>
    /// <param name="property">The property.</param>
    public PersonalDataMapBuilder<TEntity> Language(Expression<Func<TEntity, object?>> property) => Serve(FieldRole.Language, Path(nameof(Language), property));

    /// <summary>The fields that make the name of the person on a letter, in this order: <c>c =&gt; c.FirstName, c =&gt; c.LastName</c>. Give them a category with <c>Field</c> as well.</summary>
    /// <param name="properties">The properties.</param>
    public PersonalDataMapBuilder<TEntity> PersonName(params ReadOnlySpan<Expression<Func<TEntity, object?>>> properties) =>
        ServeAll(FieldRole.PersonName, Paths(nameof(PersonName), properties));

    /// <summary>The fields with the lines of the postal address above the place, in this order. Give them a category with <c>Field</c> as well.</summary>
    /// <param name="properties">The properties.</param>
    public PersonalDataMapBuilder<TEntity> AddressLines(params ReadOnlySpan<Expression<Func<TEntity, object?>>> properties) =>
        ServeAll(FieldRole.AddressLine, Paths(nameof(AddressLines), properties));

    /// <summary>The fields with the rest of the postal address, for letters. Give them a category with <c>Field</c> as well.</summary>
    /// <param name="postalCode">The postal code.</param>
    /// <param name="city">The place.</param>
    /// <param name="country">The country; <see langword="null"/> where there is no such field.</param>
    /// <param name="region">The region or state; <see langword="null"/> where there is no such field.</param>
    public PersonalDataMapBuilder<TEntity> Place(
        Expression<Func<TEntity, object?>> postalCode,
        Expression<Func<TEntity, object?>> city,
        Expression<Func<TEntity, object?>>? country = null,
        Expression<Func<TEntity, object?>>? region = null)
    {
        Serve(FieldRole.PostalCode, Path(nameof(Place), postalCode));
        Serve(FieldRole.City, Path(nameof(Place), city));
        Serve(FieldRole.Country, country is null ? null : Path(nameof(Place), country));
        return Serve(FieldRole.Region, region is null ? null : Path(nameof(Place), region));
    }

    /// <summary>Properties that look like personal data and are not; the check of the map then passes over them.</summary>
    /// <param name="reason">Why not, for whoever asks later: "key of an employee".</param>
    /// <param name="properties">The properties.</param>
    public PersonalDataMapBuilder<TEntity> NotPersonal(string reason, params ReadOnlySpan<Expression<Func<TEntity, object?>>> properties) =>
        LeaveOut(reason, Paths(nameof(NotPersonal), properties));

    /// <summary>Properties that look like personal data, are not, and that the class does not have.</summary>
    /// <param name="reason">Why not, for whoever asks later.</param>
    /// <param name="properties">Their names in the store's model.</param>
    public PersonalDataMapBuilder<TEntity> NotPersonal(string reason, params ReadOnlySpan<string> properties) =>
        LeaveOut(reason, Paths(nameof(NotPersonal), properties));

    private PersonalDataMapBuilder<TEntity> Hold(Key<DataCategory> category, ValueList<PropertyPath> properties, FieldSubjects whose)
    {
        _fields.AddRange(properties.Select(property => new FieldMap(property, category, whose)));
        return this;
    }

    private PersonalDataMapBuilder<TEntity> Serve(FieldRole role, PropertyPath? property)
    {
        if (property is not null)
        {
            _roles.Add(new RoleMap(role, property));
        }

        return this;
    }

    private PersonalDataMapBuilder<TEntity> ServeAll(FieldRole role, ValueList<PropertyPath> properties)
    {
        _roles.AddRange(properties.Select(property => new RoleMap(role, property)));
        return this;
    }

    private PersonalDataMapBuilder<TEntity> LeaveOut(string reason, ValueList<PropertyPath> properties)
    {
        _notPersonal.AddRange(properties.Select(property => new NotPersonalMap(property, reason)));
        return this;
    }
}
