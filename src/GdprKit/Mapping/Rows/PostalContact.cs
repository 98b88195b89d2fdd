namespace GdprKit.Mapping;

/// <summary>A person whose data are held, and where letters reach the person.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Subject">The person, as the application knows one.</param>
public sealed record PostalContact(SubjectId Subject)
{
    /// <summary>The name; empty where no map names a field for it, or the row holds none.</summary>
    public string Name { get; init; } = "";

    /// <summary>The lines of the address above the place, without empty ones.</summary>
    public ValueList<string> AddressLines { get; init; } = [];

    /// <summary>The postal code; empty when there is none.</summary>
    public string PostalCode { get; init; } = "";

    /// <summary>The place; empty when there is none.</summary>
    public string City { get; init; } = "";

    /// <summary>The region; empty when there is none.</summary>
    public string Region { get; init; } = "";

    /// <summary>The country; empty when there is none.</summary>
    public string Country { get; init; } = "";

    /// <summary>Whether a map names a field for any of it.</summary>
    /// <param name="entity">The entity of the row.</param>
    public static bool IsIn(StoreEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return entity.Roles.Any(role => role.Role is FieldRole.PersonName or FieldRole.AddressLine or FieldRole.City);
    }

    /// <summary>A person whose row was read.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="read">What a row holds in the fields with a role, in the order in which they are declared, as texts; <see langword="null"/> for nothing.</param>
    public static PostalContact Of(SubjectId subject, Func<FieldRole, IEnumerable<string?>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new PostalContact(subject)
        {
            Name = string.Join(' ', Texts(FieldRole.PersonName)),
            AddressLines = Texts(FieldRole.AddressLine).ToValueList(),
            PostalCode = Text(FieldRole.PostalCode),
            City = Text(FieldRole.City),
            Region = Text(FieldRole.Region),
            Country = Text(FieldRole.Country),
        };

        string Text(FieldRole role) => Texts(role).FirstOrDefault("");

        IEnumerable<string> Texts(FieldRole role) => read(role).Select(text => text?.Trim() ?? "").Where(text => text.Length > 0);
    }

    /// <summary>The kind of the person; key, name and address are withheld.</summary>
    public override string ToString() => Subject.ToString();
}
